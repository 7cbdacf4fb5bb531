package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.kizashi.testing.Seeds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text at all: no fault, bounded time, the same answer every time and from any thread. */
class HostileWordsTest {
  private static final int LONG = 10_000;

  /** Far more than it takes, so that a slow machine does not fail. */
  private static final Duration BOUND = Duration.ofSeconds(2);

  private static final LexiconScorer SCORER = new LexiconScorer();

  static Stream<String> longTexts() {
    return Stream.of(
            "a",
            "あ",
            "漢",
            "ー",
            "😡",
            "👩‍👩‍👧‍👦",
            "!",
            "?",
            "。",
            "、",
            "not ",
            "ない",
            "わけではない",
            "good ",
            "very ",
            "but ",
            "良い",
            "が、",
            "「",
            "\"",
            "(",
            "://",
            "\n",
            " ",
            "\0",
            "\ud83d",
            "\ude00",
            "ｱﾞ",
            "a-",
            "a'",
            "'",
            "1",
            ":(",
            "(´；ω；`)",
            "nothing but ",
            "いただきたかったです",
            "fail to ")
        .flatMap(part -> Stream.of(part.repeat(LONG / part.length()), part.repeat(LONG)));
  }

  @ParameterizedTest
  @MethodSource("longTexts")
  void tenThousandCharactersOrEmojiCostBoundedTime(String text) {
    Optional<Scored> scored = assertTimeout(BOUND, () -> SCORER.score(text, ""));
    assertThat(scored.map(Scored::valence).orElse(0.0)).isBetween(-1.0, 1.0);
  }

  @Test
  void randomCharactersAreScoredOrNot() {
    Random random = new Random(Seeds.seed());
    for (int i = 0; i < 2_000; i++) {
      String text =
          random
              .ints(random.nextInt(60), 0, 0x10000)
              .mapToObj(c -> String.valueOf((char) c))
              .collect(Collectors.joining());
      assertThatCode(() -> SCORER.score(text, "")).doesNotThrowAnyException();
    }
  }

  @Test
  void charactersOfBothLanguagesAreScoredOrNot() {
    String letters = "ない良悪がのにでもか、。！？「」aot n'!?.,-ーっんずです😡😊(:)";
    Random random = new Random(Seeds.seed());
    for (int i = 0; i < 2_000; i++) {
      String text =
          random
              .ints(40, 0, letters.length())
              .mapToObj(at -> letters.substring(at, at + 1))
              .collect(Collectors.joining());
      Optional<Scored> scored = SCORER.score(text, i % 2 == 0 ? "ja-JP" : "en");
      assertThat(scored.map(Scored::causes).orElse(List.of()))
          .allSatisfy(
              cause -> {
                assertThat(cause.start()).isLessThan(cause.end());
                assertThat(cause.end()).isLessThanOrEqualTo(text.length());
              });
    }
  }

  @Test
  void allThreadsAndAllScorersSayTheSame() {
    List<String> texts =
        Stream.of("ja", "en")
            .flatMap(l -> LabelledSentence.of(l).stream())
            .map(LabelledSentence::text)
            .toList();
    List<Optional<Scored>> once = texts.stream().map(text -> SCORER.score(text, "")).toList();
    List<Optional<Scored>> again =
        IntStream.range(0, texts.size() * 4)
            .parallel()
            .mapToObj(i -> SCORER.score(texts.get(i % texts.size()), ""))
            .toList();
    for (int i = 0; i < again.size(); i++) {
      assertThat(again.get(i)).isEqualTo(once.get(i % once.size()));
    }
    LexiconScorer another = new LexiconScorer();
    assertThat(texts.stream().map(text -> another.score(text, "")).toList()).isEqualTo(once);
  }
}
