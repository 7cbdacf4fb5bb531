package io.kizashi.language.told;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.explain.Language;
import io.kizashi.language.read.GoldenProblems;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problem;
import io.kizashi.language.yaml.Problem.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
  private static final ProblemText JAPANESE = ProblemText.in(Language.JA);
  private static final Pattern PLACE = Pattern.compile("\\{\\d");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z][\\w-]*");

  private static Stream<String> sentences(Problem problem) {
    return Stream.of(
            Stream.of(problem.message()),
            Stream.of(problem.hint()).filter(it -> !it.isEmpty()),
            problem.fix().stream().map(Fix::words))
        .flatMap(it -> it);
  }

  /** Whoever adds a problem to a golden file adds its row to {@code problems.ja.txt}. */
  @Test
  void everySentenceOfTheGoldenFilesHasARow() throws IOException {
    Set<String> missing =
        GoldenProblems.all().stream()
            .flatMap(ProblemTextTest::sentences)
            .filter(it -> JAPANESE.find(it).isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(missing).as("sentences without a row in problems.ja.txt").isEmpty();
  }

  /**
   * A row's Japanese has no Latin words but those of the language itself, which its English has.
   */
  @Test
  void theJapaneseHasNoLatinWordsButCode() {
    Set<String> keys = new HashSet<>(GoldenProblems.keys());
    keys.addAll(Set.of("variant", "share", "ID"));
    List<String> strange = new ArrayList<>();
    for (ProblemRow row : JAPANESE.rows()) {
      Set<String> known = latin(row.english());
      latin(row.other()).stream()
          .filter(word -> !known.contains(word) && !keys.contains(word))
          .forEach(word -> strange.add(word + ": " + row.english() + " → " + row.other()));
    }
    assertThat(strange).isEmpty();
  }

  private static Set<String> latin(String text) {
    return LATIN
        .matcher(text.replaceAll("\\{\\d(:ja)?\\}", " "))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  @Test
  void everyRowHasTheSameValuesOnBothSidesAndStandsInItsPlace() {
    List<String> places = new ArrayList<>();
    for (ProblemRow row : JAPANESE.rows()) {
      assertThat(places(row.other())).as(row.english()).isEqualTo(places(row.english()));
      places.add(row.english());
    }
    assertThat(places).doesNotHaveDuplicates().isSorted();
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @Test
  void aProblemIsRenderedWithItsValuesAndItsPlace() {
    Mark at = new Mark("rules.yaml", 3, 5, "    knd: drop_off");
    Problem problem =
        new Problem(
            "unknown_key",
            Severity.ERROR,
            at,
            "'knd' means nothing in a moment",
            "known here: kind, label and 3 more",
            Optional.of(new Fix(3, 5, "knd", "kind")));
    assertThat(JAPANESE.render(List.of(problem)))
        .isEqualTo(
            """
            rules.yaml:3:5: エラー: 検知に「knd」というキーはない [unknown_key]
             |     knd: drop_off
             |     ^
               ヒント: ここで使えるもの: kind, label、ほか3\
            """);
  }

  @Test
  void whatHasNoRowStaysAsItIs() {
    assertThat(JAPANESE.say("nobody ever wrote this")).isEqualTo("nobody ever wrote this");
    assertThat(ProblemText.in(Language.EN).say("'x' is no date")).isEqualTo("'x' is no date");
  }

  /** Texts of authors are long and odd: they hold pieces of rows, and are put in as they are. */
  @Test
  void aValueIsPutInAsItIs() {
    assertThat(JAPANESE.say("'a list' is no date")).isEqualTo("「a list」は日付ではない");
    assertThat(JAPANESE.say("'$1 {0} \\' is no date")).isEqualTo("「$1 {0} \\」は日付ではない");
    assertThat(JAPANESE.say("'' is no date")).isEqualTo("「」は日付ではない");
    String quotes = "'".repeat(200_000);
    assertThat(JAPANESE.say("'" + quotes + "' lies in 'x'")).startsWith("''");
  }
}
