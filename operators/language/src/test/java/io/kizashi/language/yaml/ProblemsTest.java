package io.kizashi.language.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private static final Mark LATE = new Mark("r.yaml", 9, 3, "  whre: x");
  private static final Mark EARLY = new Mark("r.yaml", 2, 1, "");

  @Test
  void problemsStandInTheOrderOfTheText() {
    Problems problems = new Problems();
    problems.error(LATE, "late", "late", "");
    problems.error(LATE.plus(2), "later", "later", "");
    problems.warning(EARLY, "early", "early", "");
    assertThat(problems.all()).extracting(Problem::code).containsExactly("early", "late", "later");
  }

  @Test
  void warningsStopNothing() {
    Problems problems = new Problems();
    problems.warning(EARLY, "odd", "odd", "");
    assertThat(problems.ok()).isTrue();
    problems.error(EARLY, "bad", "bad", "");
    assertThat(problems.ok()).isFalse();
  }

  @Test
  void ofMoreThanAHundredProblemsTheNumberOfTheRestIsTold() {
    Problems problems = new Problems();
    for (int i = 0; i < 150; i++) {
      problems.warning(EARLY, "odd", "odd", "");
    }
    problems.error(EARLY, "bad", "bad", "");
    assertThat(problems.all()).hasSize(101);
    Problem rest = problems.all().get(100);
    assertThat(rest.severity()).isEqualTo(Problem.Severity.ERROR);
    assertThat(rest.message()).isEqualTo("there are 51 more problems");
    assertThat(problems.ok()).isFalse();
  }

  @Test
  void noHintIsMadeForAProblemThatIsOnlyCounted() {
    Problems problems = new Problems();
    AtomicInteger made = new AtomicInteger();
    for (int i = 0; i < 5_000; i++) {
      problems.error(EARLY, "bad", "bad", () -> "hint " + made.incrementAndGet());
    }
    assertThat(made).hasValue(100);
    assertThat(problems.all().get(99).hint()).isEqualTo("hint 100");
  }

  @Test
  void aProblemIsRenderedWithLineCaretAndHint() {
    Problem problem =
        new Problem(
            "unknown_key", Problem.Severity.ERROR, LATE, "no key 'whre'", "did you mean 'where'?");
    assertThat(problem.render())
        .isEqualTo(
            """
            r.yaml:9:3: error: no key 'whre' [unknown_key]
             |   whre: x
             |   ^
               hint: did you mean 'where'?
            """);
  }

  @Test
  void aWarningWithoutALineOrHintIsOneLine() {
    Problem problem = new Problem("odd", Problem.Severity.WARNING, EARLY, "it is odd", "");
    assertThat(problem.render()).isEqualTo("r.yaml:2:1: warning: it is odd [odd]\n");
  }

  @Test
  void ofALongLineOnlyWhatStandsAroundThePlaceIsShown() {
    String line = "a".repeat(5_000) + "!" + "b".repeat(5_000);
    Mark at = new Mark("r.yaml", 1, 5_001, line);
    String[] shown =
        new Problem("odd", Problem.Severity.ERROR, at, "odd", "").render().split("\n", -1);
    assertThat(shown[1]).hasSizeLessThan(200).startsWith(" | …a").endsWith("b…");
    assertThat(shown[1].charAt(shown[2].indexOf('^'))).isEqualTo('!');
  }
}
