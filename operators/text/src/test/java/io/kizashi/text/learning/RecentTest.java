package io.kizashi.text.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.LearningBounds;
import io.kizashi.schema.Position;
import io.kizashi.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentTest {
  private static final long DAY = LearningBounds.WINDOW_MILLIS;
  private static final long NOON = 1_700_000_000_000L;

  private static Testimony words(String... words) {
    return new Testimony(List.of(words), OptionalDouble.empty());
  }

  private static Testimony answer(double valence, String... words) {
    return new Testimony(List.of(words), OptionalDouble.of(valence));
  }

  private static Position at(long time, String id) {
    return new Position(time, id);
  }

  @Test
  void anAnswerSpeaksOfTheWordsOfTheDayBeforeItAndOfItsOwnComment() {
    Recent recent =
        Recent.EMPTY
            .with(at(NOON - DAY, "a"), words("gone"))
            .with(at(NOON - DAY + 1, "b"), words("slow", "app", "slow"))
            .with(at(NOON, "c"), answer(-1, "app", "again"))
            .with(at(NOON, "d"), words("after"))
            .with(at(NOON + 1, "e"), words("later"));

    assertThat(recent.due(NOON - 1).experiences()).isEmpty();
    assertThat(recent.due(NOON).experiences())
        .containsExactly(new Experience(NOON, -1, List.of("slow", "app", "again")));
    assertThat(recent.due(NOON).rest().due(NOON + 1).experiences()).isEmpty();
  }

  @Test
  void whatComesTwiceCountsOnceEvenAfterItWasDue() {
    Recent recent = Recent.EMPTY.with(at(NOON, "a"), words("slow")).with(at(NOON, "b"), answer(-1));
    Recent.Due due = recent.with(at(NOON, "b"), answer(-1)).due(NOON);
    assertThat(due.experiences()).hasSize(1);
    assertThat(due.rest().with(at(NOON, "b"), answer(-1)).due(NOON).experiences()).isEmpty();
    assertThat(recent.with(at(NOON, "a"), words("slow"))).isEqualTo(recent);
  }

  @Test
  void theOrderInWhichTextsComeDoesNotMatter() {
    Recent one = Recent.EMPTY.with(at(1, "a"), words("x", "y")).with(at(2, "b"), words("y", "z"));
    Recent other = Recent.EMPTY.with(at(2, "b"), words("y", "z")).with(at(1, "a"), words("x", "y"));
    assertThat(one).isEqualTo(other);
  }

  @Test
  void theNewestWordsCount() {
    Recent recent = Recent.EMPTY;
    for (int i = 0; i < 100; i++) {
      recent = recent.with(at(NOON + i, "t" + i), words("w" + i, "w" + (i + 1)));
    }
    recent = recent.with(at(NOON + 100, "s"), answer(0.5));
    assertThat(recent.due(NOON + 100).experiences())
        .singleElement()
        .satisfies(
            experience ->
                assertThat(experience.words())
                    .hasSize(LearningBounds.WORDS_AN_ANSWER)
                    .contains("w100", "w69")
                    .doesNotContain("w68"));
  }

  @Test
  void nobodyIsHeardMoreThanAFewTimesADay() {
    Recent recent = Recent.EMPTY.with(at(NOON - 1, "t"), words("fine"));
    for (int i = 0; i < 50; i++) {
      recent = recent.with(at(NOON + i, "s" + i), answer(-1));
    }
    assertThat(recent.due(NOON + DAY).experiences()).hasSize(LearningBounds.ANSWERS_A_CUSTOMER);
  }

  @Test
  void whatIsRememberedIsBoundedWhateverIsSaid() {
    Random random = new Random(Seeds.seed());
    Recent recent = Recent.EMPTY;
    for (int i = 0; i < 2_000; i++) {
      List<String> words = new ArrayList<>();
      for (int n = 0; n < 100; n++) {
        words.add("語".repeat(random.nextInt(60) + 1));
      }
      Testimony said = new Testimony(words, OptionalDouble.of(1));
      recent = recent.with(at(random.nextInt(1_000_000), "e" + i), said);
    }
    assertThat(recent.texts()).hasSize(LearningBounds.TEXTS_A_CUSTOMER);
    assertThat(recent.encode().length)
        .isLessThan(
            LearningBounds.TEXTS_A_CUSTOMER
                * (LearningBounds.WORDS_AN_ANSWER * LearningBounds.WORD_CHARS * 3 + 100));
  }

  @Test
  void aDayLaterItIsForgotten() {
    Recent recent = Recent.EMPTY.with(at(NOON, "a"), answer(1, "fine"));
    assertThat(recent.since(NOON)).isEqualTo(recent);
    assertThat(recent.since(NOON + 1).isEmpty()).isTrue();
  }

  @Test
  void stateBringsBackWhatItWasMadeOf() {
    Recent recent =
        Recent.EMPTY
            .with(at(NOON, "客"), answer(-0.25, "重い", "app"))
            .due(NOON)
            .rest()
            .with(at(NOON + 5, "b"), answer(1));
    assertThat(Recent.decode(recent.encode())).isEqualTo(recent);
    assertThat(Recent.decode(Recent.EMPTY.encode()).isEmpty()).isTrue();
  }
}
