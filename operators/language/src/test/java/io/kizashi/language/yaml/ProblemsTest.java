package io.kizashi.language.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
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
  void aFixIsShownWhereTheHintDoesNotSayIt() {
    Problem said = unknown(LATE, "did you mean 'where'?", new Fix(9, 3, "whre", "where"));
    Problem unsaid = unknown(LATE, "", new Fix(9, 3, "whre", "where"));
    Problem added = unknown(LATE, "", new Fix(9, 8, "", "'"));
    Problem tab = unknown(LATE, "", new Fix(9, 1, "\t", "    "));

    assertThat(said.render()).doesNotContain("fix:");
    assertThat(unsaid.render()).endsWith("   fix: write where instead of whre\n");
    assertThat(added.render()).endsWith("   fix: add ' at column 8\n");
    assertThat(tab.render()).endsWith("   fix: write blanks (4) instead of a tab\n");
  }

  @Test
  void ofFixesThatOverlapTheFirstStays() {
    Problems problems = new Problems();
    problems.error(LATE, "a", "", "", Fix.at(LATE, "whre: x", "where: [x]"));
    problems.error(LATE.plus(6), "b", "", "", Fix.at(LATE.plus(6), "x", "y"));
    problems.error(EARLY, "c", "", "", Fix.at(EARLY, "", "z"));

    assertThat(problems.all())
        .extracting(it -> it.fix().isPresent())
        .containsExactly(true, true, false);
  }

  @Test
  void aFixReplacesOnlyWhatStandsThere() {
    Mark astral = new Mark("r.yaml", 1, 5, "a: 𠮷 '１'");

    assertThat(Fix.at(LATE, "whre", "where")).hasValue(new Fix(9, 3, "whre", "where"));
    assertThat(Fix.at(LATE, "when", "where")).isEmpty();
    assertThat(Fix.at(LATE.plus(99), "x", "y")).isEmpty();
    assertThat(Fix.at(astral.plus(1), "１", "1"))
        .as("columns count characters, and a quote in front is passed")
        .hasValue(new Fix(1, 7, "１", "1"));
  }

  private static Problem unknown(Mark at, String hint, Fix fix) {
    return new Problem("unknown_key", Problem.Severity.ERROR, at, "no key", hint, Optional.of(fix));
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
