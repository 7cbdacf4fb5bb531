package io.kizashi.house;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everything that is banned from the tree, each with what to write instead. */
final class Bans {
  /** These files name what is banned. */
  private static final Predicate<String> ANYWHERE = path -> !path.contains("/kizashi/house/");

  private static final Predicate<String> JAVA = ANYWHERE.and(path -> path.endsWith(".java"));
  private static final Predicate<String> BUILT =
      ANYWHERE.and(path -> path.endsWith(".java") || path.endsWith("pom.xml"));
  private static final Predicate<String> MAIN = JAVA.and(path -> path.contains("/src/main/"));
  private static final Predicate<String> TESTS = JAVA.and(path -> path.contains("/src/test/"));
  private static final Predicate<String> BELOW_THE_JOBS =
      MAIN.and(path -> path.startsWith("operators/") || path.startsWith("state-schemas/"));

  private Bans() {}

  static List<Ban> all() {
    return Stream.of(behaviour(), style(), places()).flatMap(List::stream).toList();
  }

  private static List<Ban> behaviour() {
    return List.of(
        Ban.of(
            "sleeping in a test",
            "await a latch, or poll until a deadline",
            TESTS,
            "Thread\\.sleep|TimeUnit\\.\\w+\\.sleep"),
        Ban.unlessExplained(
            "printing outside the command line",
            "return a value, or log with SLF4J",
            JAVA.and(path -> !path.startsWith("jobs/cli/") && !path.startsWith("jobs/testing/")),
            "System\\.(out|err)\\b|\\.printStackTrace\\("),
        Ban.of(
            "the wall clock in operators or state",
            "take the time as an argument",
            BELOW_THE_JOBS,
            "\\b(Instant|LocalDate|LocalDateTime|OffsetDateTime|ZonedDateTime)\\.now\\("
                + "|currentTimeMillis\\(|nanoTime\\(|Clock\\.system"),
        Ban.of(
            "chance in operators or state",
            "derive it from an id by hash",
            BELOW_THE_JOBS.and(path -> !path.startsWith("operators/oracle/")),
            "new Random\\(|Math\\.random|ThreadLocalRandom|SecureRandom|UUID\\.randomUUID"),
        Ban.unlessExplained(
            "catching everything",
            "catch what can happen, or say in a comment why everything must be caught",
            JAVA,
            "catch \\((final )?(Exception|RuntimeException|Throwable|Error) "),
        Ban.of(
            "a constant's place in its enum",
            "give it a literal of its own, or compare constants",
            MAIN,
            "\\bordinal\\(\\)|\\bvalues\\(\\)\\["),
        Ban.of(
            "Java's own serialization",
            "write a versioned codec",
            MAIN,
            "Object(In|Out)putStream|implements .*Externalizable"));
  }

  private static List<Ban> style() {
    return List.of(
        Ban.of(
            "the old date types",
            "use java.time, or epoch milliseconds",
            JAVA,
            "java\\.util\\.(Date|Calendar|GregorianCalendar)\\b|SimpleDateFormat"),
        Ban.of(
            "a test that is switched off",
            "repair it, or remove it",
            TESTS,
            "@(Disabled|Ignore)\\b"),
        Ban.unlessExplained(
            "suppressing a finding without a reason",
            "repair the finding, or give the reason in a comment on the same line",
            JAVA,
            "@SuppressWarnings"),
        Ban.of(
            "work left undone",
            "do it, or refuse it with a message that says so",
            ANYWHERE,
            "\\b(TODO|FIXME|XXX|HACK)\\b"),
        Ban.of(
            "a mocking library",
            "write a fake by hand",
            BUILT,
            "(?i)mockito|easymock|powermock|jmockit"),
        Ban.of("importing a whole package", "import each type", JAVA, "^import .*\\*;"));
  }

  private static List<Ban> places() {
    return List.of(
        Ban.of(
            "a package registry's host",
            "leave it to the builder's own settings",
            ANYWHERE,
            "repo1?\\.maven|maven\\.org/maven2|registry\\.[a-z0-9-]+\\.(io|org|com|net)"
                + "|\\b(docker|ghcr|quay|gcr)\\.io/|(?i)artifactory|<(repository|mirror)>"),
        Ban.of(
            "a path of one machine",
            "make it relative to the project's root",
            ANYWHERE,
            "(^|[\\s\"'=(`])/(work|root|home|Users)/"));
  }
}
