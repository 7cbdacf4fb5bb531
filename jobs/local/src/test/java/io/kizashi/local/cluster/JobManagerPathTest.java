package io.kizashi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.local.rest.ClosedRest;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a JobManager has on its class path: Flink, and this module alone. */
class JobManagerPathTest {
  @ParameterizedTest
  @ValueSource(strings = {"ClosedRest", "RestGuard", "RestToken"})
  void whatClosesItsPortNeedsNothingElse(String name) throws Exception {
    List<URL> path = new ArrayList<>();
    path.add(ClosedRest.class.getProtectionDomain().getCodeSource().getLocation());
    for (String entry : classPath().split(File.pathSeparator, -1)) {
      if (Libraries.isFlinks(Path.of(entry))) {
        path.add(Path.of(entry).toUri().toURL());
      }
    }
    try (URLClassLoader jobManager =
        new URLClassLoader(path.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
      String full = ClosedRest.class.getPackageName() + "." + name;
      // Java looks for what a class needs when it is made ready, not when it is found.
      Class<?> ready = Class.forName(full, true, jobManager);
      assertThat(ready.getClassLoader()).isSameAs(jobManager);
      assertThat(ready.getDeclaredMethods()).isNotEmpty();
    }
  }

  /** A build tool may have put it into a jar of its own and keep the real one elsewhere. */
  private static String classPath() {
    return System.getProperty(
        "surefire.test.class.path", System.getProperty("java.class.path", ""));
  }
}
