package io.kizashi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher hands to Java, in a project that is built and with a Java that only echoes. */
class LauncherTest {
  private static final Path PROJECT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Path SETTINGS = Path.of("deploy", "flink", "config.yaml");

  private static final String ECHO =
      """
      #!/usr/bin/env bash
      if [[ $1 == -version ]]; then
        echo 'openjdk version "17.0.1"' >&2
      else
        printf '%s\\n' "$@"
      fi
      """;

  @TempDir Path home = Path.of("");

  @BeforeEach
  void build() throws IOException {
    for (String folder : List.of("state-schemas", "operators", "deploy/flink", "jobs/cli/target")) {
      Files.createDirectories(home.resolve(folder));
    }
    for (Path file : List.of(Path.of("kizashi"), Path.of("deploy", "topics.yaml"), SETTINGS)) {
      Files.copy(PROJECT.resolve(file), home.resolve(file));
    }
    Files.createFile(home.resolve("pom.xml"));
    Files.createFile(home.resolve("jobs/cli/target/kizashi-cli-1.jar"));
    Path stamp = Files.createFile(home.resolve("jobs/cli/target/launcher.stamp"));
    Files.setLastModifiedTime(stamp, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
    Path java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, ECHO);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void whatRunsAndWhatIsMeasuredHasTheOptionsOfACluster() throws Exception {
    String cluster =
        GlobalConfiguration.loadConfiguration(home.resolve("deploy/flink").toString())
            .get(CoreOptions.FLINK_JVM_OPTIONS);
    List<String> run = options("run");
    assertThat(run)
        .startsWith(cluster.split("\\s+", -1))
        .filteredOn(option -> option.startsWith("-XX:"))
        .containsExactly("-XX:+UseParallelGC");
    assertThat(options("bench")).isEqualTo(run);
    assertThat(options("replay")).isEqualTo(run);
  }

  @Test
  void withoutThemNothingIsStarted() throws Exception {
    Files.writeString(home.resolve(SETTINGS), "env.java.opts.all: -XX:+UseParallelGC\n");
    assertThat(output("run"))
        .contains("names no options of Java (env.java.opts.all, one a line)")
        .doesNotContain("io.kizashi.cli.Kizashi");
  }

  /** Those before the class path. */
  private List<String> options(String command) throws Exception {
    List<String> arguments = output(command).lines().toList();
    assertThat(arguments).endsWith("io.kizashi.cli.Kizashi", command);
    return arguments.subList(0, arguments.indexOf("-cp"));
  }

  private String output(String command) throws Exception {
    ProcessBuilder launcher =
        new ProcessBuilder("bash", home.resolve("kizashi").toString(), command)
            .redirectErrorStream(true);
    launcher.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    launcher.environment().remove("KIZASHI_JAVA_OPTS");
    Process process = launcher.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
