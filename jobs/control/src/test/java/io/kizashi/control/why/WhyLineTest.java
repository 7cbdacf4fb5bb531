package io.kizashi.control.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.language.explain.Language;
import io.kizashi.language.explain.Phrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told has words in each language. */
final class WhyLineTest {
  private static final Path SOURCE = Path.of("src/main/java/io/kizashi/control/why");

  private static final Path GOLDEN =
      Path.of("src/test/resources/io/kizashi/control/why/sentences.txt");

  /** More than any line puts in. */
  private static final Object[] FILLED = {"甲", "乙", "丙", "丁", "戊", "己"};

  private static Phrases words(Language language, Set<String> keys) {
    return Phrases.read(WhyLine.class, "why", language, keys);
  }

  private static Set<String> keys() {
    return new TreeSet<>(Phrases.keys(WhyLine.class).toList());
  }

  @Test
  void everyLineIsTold() throws IOException {
    StringBuilder code = new StringBuilder();
    for (String printer : List.of("WhyPrinter", "ReplyPrinter", "CoursePrinter")) {
      code.append(Files.readString(SOURCE.resolve(printer + ".java")));
    }
    for (WhyLine line : WhyLine.values()) {
      assertThat(code).containsPattern("WhyLine\\." + line.name() + "\\b");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aLanguageThatLacksALineOrHasOneMoreIsRefused(Language language) {
    Set<String> more = keys();
    more.add("moment.split");
    assertThatThrownBy(() -> words(language, more)).hasMessageContaining("lacks [moment.split]");
    Set<String> less = keys();
    less.remove("lost");
    assertThatThrownBy(() -> words(language, less)).hasMessageContaining("nobody asks [lost]");
  }

  @Test
  void whatIsPutInStandsWhereEachLanguageWantsIt() {
    List<Object> with = List.of("offer", "sell", "customer", "app", "compared");
    assertThat(words(Language.EN, keys()).say(WhyLine.RECOMMENDATION, with.toArray()))
        .isEqualTo("chosen: offer (sell), to customer via app, because of \"compared\"");
    assertThat(words(Language.JA, keys()).say(WhyLine.RECOMMENDATION, with.toArray()))
        .isEqualTo("customerに、appで offer（sell）を行うと判断。きっかけは「compared」の検知");
  }

  @Test
  void allSentencesStandInOneFile() throws IOException {
    StringBuilder all = new StringBuilder();
    for (WhyLine line : WhyLine.values()) {
      all.append(line.name().toLowerCase(Locale.ROOT)).append('\n');
      for (Language language : List.of(Language.EN, Language.JA)) {
        all.append("  ").append(words(language, keys()).say(line, FILLED)).append('\n');
      }
    }
    assertThat(all.toString()).isEqualTo(Files.readString(GOLDEN));
  }

  @ParameterizedTest
  @EnumSource(WhyLine.class)
  void noJapaneseLineHasLatinWordsOrLongClausesOrWordsThatNobodySays(WhyLine line) {
    String said = words(Language.JA, keys()).say(line, FILLED);
    assertThat(said).doesNotContainPattern("[A-Za-z]");
    assertThat(said).doesNotContain("モーメント", "兆し", "ミリ秒", "引き留め");
    assertThat(said.split("[、。：:（）「」]", -1)).allMatch(clause -> clause.length() <= 60);
  }
}
