package io.kizashi.language.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.yaml.Problem;
import io.kizashi.language.yaml.YamlReader;
import io.kizashi.schema.RulebookDocument;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever text comes: the compiler answers it, soon, with a problem that has a place. */
final class HostileTextTest {
  /** An editor checks while its author types. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private static final String MOMENT =
      "rulebook: r\nmoments: { m: { kind: drop_off, pattern: [ { event: a, where: '%s' } ] } }";

  @TestFactory
  Stream<DynamicTest> noTextTakesLongOrBreaksTheCompiler() {
    return texts().entrySet().stream()
        .map(text -> DynamicTest.dynamicTest(text.getKey(), () -> refusedSoon(text.getValue())));
  }

  @Test
  void noGoldenCaseTakesLong() throws Exception {
    for (List<String> golden : ErrorTextsTest.cases()) {
      assertThat(taken(ErrorTextsTest.yaml(golden.get(1)))).as(golden.get(0)).isLessThan(SOON);
    }
  }

  private static Map<String, String> texts() {
    int most = YamlReader.MAX_CHARS;
    String references =
        IntStream.range(1, 60)
            .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n")
            .collect(Collectors.joining());
    String keys =
        IntStream.range(0, 20_000).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());
    return Map.ofEntries(
        Map.entry("aliases of aliases", "a0: &a0 [x,x]\n" + references),
        Map.entry("the longest text", "rulebook: r\n" + "# a remark\n".repeat(most / 11 - 2)),
        Map.entry("a longer text", "x".repeat(most + 1)),
        Map.entry("4 MB of brackets", "[".repeat(most)),
        Map.entry("ten thousand brackets", "a: " + "[".repeat(10_000) + "]".repeat(10_000)),
        Map.entry("ten thousand braces", "{a: ".repeat(10_000)),
        Map.entry("ten thousand dashes", "- ".repeat(10_000)),
        Map.entry("twenty thousand unknown keys", keys),
        Map.entry("control characters", "rulebook: \u0000\u0007\uFFFE"),
        Map.entry("half a character", "rulebook: \uD800"),
        Map.entry("many documents", "--- a\n".repeat(10_000)),
        Map.entry("a tag of another program", "!!javax.script.ScriptEngineManager [a]"),
        Map.entry("a huge expression", MOMENT.formatted("event.text != \"\" && ".repeat(50_000))),
        Map.entry("a deep expression", MOMENT.formatted("(".repeat(10_000))),
        Map.entry("many operators", MOMENT.formatted("!".repeat(4_000) + "event.text")),
        Map.entry("many plus signs", MOMENT.formatted("1.0" + " + 1.0".repeat(600) + " > event.x")),
        Map.entry("many selects", MOMENT.formatted("event" + ".a".repeat(2_000))),
        Map.entry("a huge regular expression", regex("((a{1,99}){1,99}){1,99}")),
        Map.entry("a regular expression that would fill the memory", regex("(a{999}){999}{999}")),
        Map.entry("a regular expression of data", MOMENT.formatted("event.text.matches(event.id)")),
        Map.entry("a line of 4 MB", "rulebook: " + "x".repeat(most - 20)),
        Map.entry("a million years", MOMENT.replace("where: '%s'", "within: 999999999d")),
        Map.entry("endless holidays", "calendar: { holidays: [0001-01-01..9999-12-31] }"));
  }

  private static String regex(String pattern) {
    return MOMENT.formatted("event.text.matches(\"" + pattern + "\")");
  }

  private static void refusedSoon(String text) {
    assertThat(taken(text)).isLessThan(SOON);
    Compilation compilation = compile(text);
    assertThat(compilation).isInstanceOf(Compilation.Refused.class);
    assertThat(compilation.problems())
        .hasSizeBetween(1, 101)
        .allSatisfy(problem -> assertThat(problem.message()).isNotBlank())
        .extracting(Problem::severity)
        .contains(Problem.Severity.ERROR);
    assertThat(compilation.problems())
        .allSatisfy(problem -> assertThat(problem.render()).hasSizeLessThan(2_000));
  }

  /** The better of two: the first pays for the classes that it loads. */
  private static Duration taken(String text) {
    long best = Math.min(nanos(text), nanos(text));
    return Duration.of(best, TimeUnit.NANOSECONDS.toChronoUnit());
  }

  /** Of this thread alone: that others have the machine is no fault of the compiler. */
  private static long nanos(String text) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    compile(text);
    return threads.getCurrentThreadCpuTime() - start;
  }

  private static Compilation compile(String text) {
    return RulebookCompiler.compile(new RulebookDocument("rules.yaml", 1, text));
  }
}
