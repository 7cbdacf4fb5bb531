package io.kizashi.text.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.LearningBounds;
import io.kizashi.testing.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LearnerTest {
  private static final double EXACT = 1e-9;
  private static final double BOUND = 0.3;
  private static final double STEP = 0.02;
  private static final long EPOCH = LearningBounds.EPOCH_MILLIS;
  private static final long START = 5_900_000 * EPOCH;

  private static Experience said(int epoch, double valence, String... words) {
    return new Experience(START + epoch * EPOCH, valence, List.of(words));
  }

  static LongStream seeds() {
    return LongStream.concat(
        LongStream.of(1, 11), LongStream.range(Seeds.seed(), Seeds.seed() + 2));
  }

  private static LearnedLexicon closed(Learner learner, int epoch) {
    List<LearnedLexicon> lexicons = learner.close(START + (epoch + 1) * EPOCH - 1);
    return lexicons.isEmpty() ? learner.lexicon() : lexicons.get(lexicons.size() - 1);
  }

  /** Answers that are all bad with one word and all good with another. */
  private static void answers(Learner learner, int epoch, int count) {
    for (int i = 0; i < count; i++) {
      learner.add(said(epoch, -1, "重い", "アプリ"));
      learner.add(said(epoch, 1, "速い", "アプリ"));
    }
  }

  @Test
  void wordsBeforeBadAnswersShiftDownBeforeGoodOnesUpAndThoseBeforeBothNotAtAll() {
    Learner learner = new Learner();
    for (int epoch = 0; epoch < 20; epoch++) {
      answers(learner, epoch, 10);
      learner.close(START + (epoch + 1) * EPOCH);
    }
    LearnedLexicon lexicon = learner.lexicon();

    // 200 answers each: 0.3 × 1 × 200 / 260, in steps of 0.005.
    assertThat(lexicon.shift("重い")).isCloseTo(-0.23, within(EXACT));
    assertThat(lexicon.shift("速い")).isCloseTo(0.23, within(EXACT));
    assertThat(lexicon.words()).doesNotContainKey("アプリ");
    assertThat(lexicon.answers()).isEqualTo(400);
  }

  @Test
  void fewerAnswersThanTwentyTeachNothing() {
    Learner learner = new Learner();
    answers(learner, 0, LearningBounds.LEAST_ANSWERS - 1);
    assertThat(learner.close(START + EPOCH)).isEmpty();
    answers(learner, 1, 1);
    assertThat(learner.close(START + 2 * EPOCH)).hasSize(1);
  }

  @Test
  void whereAllAnswersAreAlikeNoWordIsToBlame() {
    Learner learner = new Learner();
    for (int i = 0; i < 1_000; i++) {
      learner.add(said(0, -0.9, "w" + i % 7));
    }
    assertThat(learner.close(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void anEpochThatNobodyAnsweredInChangesNothing() {
    Learner learner = new Learner();
    answers(learner, 0, 100);
    LearnedLexicon first = closed(learner, 0);
    assertThat(learner.close(START + 1_000 * EPOCH)).isEmpty();
    assertThat(learner.lexicon()).isEqualTo(first);
  }

  @Test
  void anEpochClosesWithItsLastMillisecondAndAnAnswerThatComesLaterCountsInTheNext() {
    Learner learner = new Learner();
    answers(learner, 0, 30);
    assertThat(learner.close(START + EPOCH - 2)).isEmpty();
    assertThat(learner.close(START + EPOCH - 1))
        .singleElement()
        .extracting(LearnedLexicon::epoch)
        .isEqualTo(LearnedLexicon.epoch(START));
    answers(learner, 0, 30);
    assertThat(learner.close(START + EPOCH - 1)).isEmpty();
    assertThat(learner.close(START + 2 * EPOCH - 1))
        .singleElement()
        .extracting(LearnedLexicon::epoch)
        .isEqualTo(LearnedLexicon.epoch(START) + 1);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noAnswersWhateverTheyAreShiftAWordBeyondTheBoundOrFasterThanAStep(long seed) {
    Random random = new Random(seed);
    Learner learner = new Learner();
    LearnedLexicon before = LearnedLexicon.NONE;
    boolean any = false;
    for (int epoch = 0; epoch < 120; epoch++) {
      double mood = random.nextInt(3) - 1;
      for (int i = random.nextInt(400); i > 0; i--) {
        String word = "w" + (int) (random.nextDouble() * random.nextDouble() * 40);
        double valence = Math.max(-1, Math.min(1, mood + random.nextGaussian()));
        learner.add(said(epoch, word.length() == 2 ? -1 : valence, word, "x"));
      }
      LearnedLexicon after = closed(learner, epoch);
      Set<String> words = new TreeSet<>(before.words().keySet());
      words.addAll(after.words().keySet());
      for (String word : words) {
        assertThat(Math.abs(after.shift(word))).isLessThanOrEqualTo(BOUND);
        assertThat(after.shift(word)).isCloseTo(before.shift(word), within(STEP + EXACT));
        any |= Math.abs(after.shift(word)) > STEP + EXACT;
      }
      before = after;
    }
    assertThat(any).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderWithinAnEpochAndARestartInItChangeNothing(long seed) {
    Random random = new Random(seed);
    Learner inOrder = new Learner();
    Learner shuffled = new Learner();
    for (int epoch = 0; epoch < 30; epoch++) {
      List<Experience> experiences = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        double valence = random.nextDouble() * 2 - 1;
        experiences.add(said(epoch, valence, "w" + random.nextInt(9), "v" + random.nextInt(9)));
      }
      experiences.forEach(inOrder::add);
      Collections.shuffle(experiences, random);
      experiences.subList(0, 40).forEach(shuffled::add);
      shuffled = Learner.decode(shuffled.encode());
      experiences.subList(40, 100).forEach(shuffled::add);

      assertThat(closed(shuffled, epoch)).isEqualTo(closed(inOrder, epoch));
    }
    assertThat(inOrder.lexicon().words()).isNotEmpty();
  }

  @Test
  void ofAFloodOfWordsTheSameOnesAreCountedInAnyOrder() {
    List<String> flood = new ArrayList<>();
    for (int i = 0; i < 3 * LearningBounds.EPOCH_WORDS; i++) {
      flood.add("w" + i);
    }
    EpochTallies inOrder = new EpochTallies();
    flood.forEach(word -> inOrder.add(word, AnswerSum.of(-1)));
    Collections.shuffle(flood, new Random(Seeds.seed()));
    EpochTallies shuffled = new EpochTallies();
    flood.forEach(word -> shuffled.add(word, AnswerSum.of(-1)));
    Collections.shuffle(flood, new Random(Seeds.seed() + 1));
    flood.forEach(word -> shuffled.add(word, AnswerSum.of(1)));
    flood.forEach(word -> inOrder.add(word, AnswerSum.of(1)));

    Set<String> counted = new HashSet<>();
    inOrder.forEach((word, tally) -> counted.add(word + tally));
    Set<String> also = new HashSet<>();
    shuffled.forEach((word, tally) -> also.add(word + tally));
    assertThat(also).isEqualTo(counted).hasSize(LearningBounds.EPOCH_WORDS);
    assertThat(inOrder.size()).isEqualTo(LearningBounds.EPOCH_WORDS);
  }

  @Test
  void whatIsRememberedIsBoundedAndWhoeverIsToldMostHasASeat() {
    Learner learner = new Learner();
    int many = LearningBounds.COUNTED_WORDS + 1_000;
    for (int i = 0; i < many; i++) {
      for (int n = 0; n < LearningBounds.LEAST_ANSWERS; n++) {
        learner.add(said(0, i % 2 == 0 ? -1 : 1, "w" + i));
      }
    }
    LearnedLexicon full = closed(learner, 0);
    assertThat(full.words()).hasSize(LearningBounds.LEXICON_WORDS);
    assertThat(learner.encode().length).isLessThan(LearningBounds.COUNTED_WORDS * 32);

    for (int epoch = 1; epoch < 3; epoch++) {
      for (int n = 0; n < 100; n++) {
        learner.add(said(epoch, -1, "重い"));
      }
      LearnedLexicon next = closed(learner, epoch);
      assertThat(next.words()).hasSizeLessThanOrEqualTo(LearningBounds.LEXICON_WORDS);
      full = next;
    }
    assertThat(full.shift("重い")).isNegative();
  }

  @Test
  void stateOfAnotherVersionIsRefusedByName() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> Learner.decode(new byte[] {9}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("version 9");
  }
}
