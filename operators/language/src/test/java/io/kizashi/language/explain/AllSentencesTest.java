package io.kizashi.language.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.explain.JapaneseStyle.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sentence that explanations and reasons can say, in both languages: one file, so that a
 * change of words is seen as what people will read.
 */
final class AllSentencesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/io/kizashi/language/explain");
  private static final Path SAMPLES = Path.of("../../sample-streams");

  /** More than any row puts in. */
  private static final Object[] FILLED = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"};

  @Test
  void allSentencesStandInOneFile() throws IOException {
    assertThat(all()).isEqualTo(Files.readString(GOLDEN.resolve("sentences.txt")));
  }

  private static String all() throws IOException {
    List<String> lines = new ArrayList<>();
    Phrases english = Vocabulary.words(Language.EN);
    Phrases japanese = Vocabulary.words(Language.JA);
    for (String key : Vocabulary.keys()) {
      lines.add(key);
      lines.add("  " + english.say(key, FILLED).strip());
      lines.add("  " + Predicate.tidy(japanese.say(key, FILLED).strip()));
    }
    for (Language language : Language.values()) {
      lines.add("");
      lines.add("---- what everything.yaml and decisions say: " + language.code());
      lines.add(explained(language));
      lines.addAll(Decisions.said(language));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String explained(Language language) throws IOException {
    String text = Files.readString(GOLDEN.resolve("everything.yaml"));
    return Explanation.of(Explained.rules(text), language);
  }

  static Stream<String> rows() {
    Phrases japanese = Vocabulary.words(Language.JA);
    return Vocabulary.keys().stream().map(key -> japanese.say(key, FILLED));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void noJapaneseRowHasWhatJapaneseReadersStumbleOver(String row) {
    assertThat(JapaneseStyle.faults(row, Set.of())).isEmpty();
  }

  static List<Path> rulebooks() throws IOException {
    List<Path> all = new ArrayList<>();
    all.add(GOLDEN.resolve("everything.yaml"));
    try (Stream<Path> samples = Files.list(SAMPLES)) {
      samples
          .map(sample -> sample.resolve("rulebook.yaml"))
          .filter(Files::exists)
          .forEach(all::add);
    }
    return all;
  }

  @Test
  void noJapaneseSentenceOfADecisionHasThemEither() {
    for (String said : Decisions.said(Language.JA)) {
      assertThat(JapaneseStyle.faults(said, Decisions.NAMES)).as(said).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("rulebooks")
  void noJapaneseExplanationHasThemEither(Path rulebook) throws IOException {
    List<Fault> faults = new ArrayList<>();
    String text = Files.readString(rulebook);
    Set<String> names = JapaneseStyle.names(Explained.joined(text));
    String said = Explanation.of(Explained.lenient(text), Language.JA);
    String formulas = Vocabulary.words(Language.JA).say("part.formulas");
    for (String line : said.lines().takeWhile(it -> !it.equals(formulas)).toList()) {
      faults.addAll(JapaneseStyle.faults(line, names));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void whatReadersStumbleOverIsFound() {
    assertThat(JapaneseStyle.faults("vip が true の顧客", Set.of("vip"))).hasSize(1);
    assertThat(JapaneseStyle.faults("上限は 1 per 7d です", Set.of())).hasSize(3);
    assertThat(JapaneseStyle.faults("モーメントの取り消し", Set.of())).hasSize(1);
    assertThat(JapaneseStyle.faults("2026-03-01T10:00:00.000Z に送信", Set.of())).isNotEmpty();
    assertThat(JapaneseStyle.faults("あと500ミリ秒", Set.of())).hasSize(1);
    assertThat(JapaneseStyle.faults("あ".repeat(61), Set.of())).hasSize(1);
    assertThat(JapaneseStyle.faults("あ".repeat(60) + "、" + "い".repeat(60), Set.of())).isEmpty();
    assertThat(JapaneseStyle.faults("LINE と SMS で NPS を伺う。cart_value", Set.of("cart_value")))
        .isEmpty();
    assertThat(JapaneseStyle.faults("weight が低い", Set.of("cart_value"))).hasSize(1);
  }

  @Test
  void englishSaysNothingOfRulesThatOnlyTheirAuthorsRead() throws IOException {
    String said = explained(Language.EN) + String.join("\n", Decisions.said(Language.EN));
    String formulas = Vocabulary.words(Language.EN).say("part.formulas");
    assertThat(said.replaceFirst("(?s)\\n" + Pattern.quote(formulas) + ".*", ""))
        .doesNotContain("retain", " per ", "true", "`", "&&", "||", "signals.", "millisecond")
        .doesNotContainPattern("\\d{4}-\\d\\d-\\d\\dT|\\d+ms\\b");
  }
}
