package io.kizashi.language.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.core.expression.TouchpointField;
import io.kizashi.core.reason.Check;
import io.kizashi.core.recipient.Recipient;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of both languages: each key once in each, each asked for. */
final class VocabularyTest {
  private static final Path RESOURCES = Path.of("src/main/resources/io/kizashi/language/explain");
  private static final Path SOURCES = Path.of("src/main/java/io/kizashi/language/explain");

  @ParameterizedTest
  @EnumSource(Language.class)
  void aLanguageHasARowForEveryKeyAndNoOther(Language language) throws IOException {
    List<String> keys =
        Files.readAllLines(RESOURCES.resolve("words." + language.code() + ".properties")).stream()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(keys)).isEqualTo(Vocabulary.keys());
  }

  @Test
  void whatIsAddedToTheEngineAsksForItsWords() {
    assertThat(Vocabulary.keys())
        .containsAll(keys("reason", Stream.of(Check.values()).map(Check::reason)))
        .containsAll(keys("purpose", Stream.of(ActionKind.values()).map(ActionKind::wire)))
        .containsAll(keys("recipient", Stream.of(Recipient.values()).map(Recipient::wire)))
        .containsAll(keys("field", TouchpointField.BY_NAME.keySet().stream()))
        .contains("fact.local.businessDay", "fact.session.id", "fact.emotion.trend", "day.sun");
  }

  private static Set<String> keys(String family, Stream<String> all) {
    Set<String> keys = new TreeSet<>();
    all.forEach(one -> keys.add(family + "." + one));
    return keys;
  }

  @Test
  void everySentenceIsSaidSomewhere() throws IOException {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.filter(path -> !path.endsWith("Wording.java")).toList()) {
        code.append(Files.readString(file));
      }
    }
    for (Wording sentence : Wording.values()) {
      assertThat(code).containsPattern("Wording\\." + sentence.name() + "\\b");
    }
  }

  @Test
  void aMissingRowAndOneThatNobodyAsksForAreRefusedWhenTheyAreRead() {
    Set<String> more = new TreeSet<>(Vocabulary.keys());
    more.add("reason.too_far");
    assertThatThrownBy(() -> Phrases.read(Phrases.class, "words", Language.JA, more))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("words.ja.properties lacks [reason.too_far], nobody asks []");
    Set<String> less = new TreeSet<>(Vocabulary.keys());
    less.remove("day.sun");
    assertThatThrownBy(() -> Phrases.read(Phrases.class, "words", Language.EN, less))
        .hasMessage("words.en.properties lacks [], nobody asks [day.sun]");
    assertThatThrownBy(() -> Phrases.read(Phrases.class, "song", Language.EN, Set.of()))
        .hasMessage("the resource song.en.properties is missing");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aReasonOfAnotherReleaseIsSaidByItsCode(Language language) {
    Score score = new Score(1, 1, 0, 1, 1, 1, 0);
    Candidate candidate =
        new Candidate("help", "m1", "web", score, "too_far", "9 km", Optional.empty());
    assertThat(new Reason(language, Decisions.rules()).of(candidate)).isEqualTo("too_far");
  }
}
