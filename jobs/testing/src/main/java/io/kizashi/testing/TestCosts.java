package io.kizashi.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Listens to all tests of a process: says the seed when one fails, and in the last module of a
 * Maven build which tests of the whole build took longest. The root {@code pom.xml} names the
 * build; without it, as in an editor, nothing is counted.
 */
public final class TestCosts implements LauncherSessionListener {
  /** Set by Maven: a file of the build, and the modules that it builds, in their order. */
  private static final String BUILD = "kizashi.build";

  private static final String MODULES = "kizashi.build.modules";

  private final Optional<BuildCosts> costs = property(BUILD).map(Path::of).map(BuildCosts::at);
  private final Path module = Path.of(property("basedir").orElse("")).toAbsolutePath();

  private static Optional<String> property(String name) {
    return Optional.ofNullable(System.getProperty(name));
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    costs.filter(BuildCosts::isFirst).ifPresent(all -> say("Random cases: " + Seeds.again()));
    session.getLauncher().registerTestExecutionListeners(new Listener());
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    costs.ifPresent(
        all -> {
          if (isLastModule()) {
            all.lastWord().ifPresent(TestCosts::say);
          }
          all.close();
        });
  }

  /** Maven's list ends with the build file of the module that comes last. */
  private boolean isLastModule() {
    return property(MODULES).orElse("").endsWith(module.resolve("pom.xml") + "]");
  }

  private static void say(String text) {
    System.out.println(text);
  }

  private final class Listener implements TestExecutionListener {
    private final Map<String, Long> startedAt = new ConcurrentHashMap<>();
    private final Queue<BuildCosts.Cost> taken = new ConcurrentLinkedQueue<>();

    @Override
    public void executionStarted(TestIdentifier test) {
      startedAt.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      Optional<Long> started = Optional.ofNullable(startedAt.remove(test.getUniqueId()));
      if (test.isTest() && started.isPresent()) {
        long millis = (System.nanoTime() - started.get()) / 1_000_000;
        taken.add(new BuildCosts.Cost(millis, String.valueOf(module.getFileName()), name(test)));
      }
      if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        say(name(test) + " failed; random cases are drawn again with " + Seeds.again());
      }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
      costs.ifPresent(all -> all.add(List.copyOf(taken)));
      taken.clear();
    }
  }

  private static String name(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .map(source -> name(source, test.getDisplayName()))
        .orElseGet(test::getDisplayName);
  }

  /** A case of many has a name that is not its method's. */
  private static String name(MethodSource source, String shown) {
    String type = source.getClassName();
    String method = source.getMethodName();
    return type.substring(type.lastIndexOf('.') + 1)
        + "."
        + method
        + (shown.startsWith(method) ? "" : " " + shown);
  }
}
