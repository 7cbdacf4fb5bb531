package io.kizashi.text.learning;

import io.kizashi.schema.LearningBounds;
import io.kizashi.schema.Sha256;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What is counted in one epoch; the same in whatever order it comes. Of more words than the bound
 * those with the smallest hashes count: which these are does not depend on the order either.
 */
final class EpochTallies {
  private final Map<String, AnswerSum> words = new HashMap<>();
  private AnswerSum all = AnswerSum.NONE;

  /** Words with a larger hash have been left out. */
  private long largest = Long.MAX_VALUE;

  void add(Experience experience) {
    AnswerSum one = AnswerSum.of(experience.valence());
    all = all.plus(one);
    experience.words().forEach(word -> add(word, one));
  }

  /** Adds a word's tally. */
  void add(String word, AnswerSum tally) {
    if (largest < Long.MAX_VALUE && Sha256.prefix(word) > largest) {
      return;
    }
    words.merge(word, tally, AnswerSum::plus);
    if (words.size() >= 2 * LearningBounds.EPOCH_WORDS) {
      bound();
    }
  }

  /** Adds answers without their words. */
  void add(AnswerSum answers) {
    all = all.plus(answers);
  }

  AnswerSum all() {
    return all;
  }

  void forEach(BiConsumer<String, AnswerSum> each) {
    bound();
    words.forEach(each);
  }

  int size() {
    return Math.min(words.size(), LearningBounds.EPOCH_WORDS);
  }

  private void bound() {
    if (words.size() > LearningBounds.EPOCH_WORDS) {
      List<String> smallest =
          words.keySet().stream()
              .sorted(Comparator.comparingLong(Sha256::prefix))
              .limit(LearningBounds.EPOCH_WORDS)
              .toList();
      words.keySet().retainAll(Set.copyOf(smallest));
      largest = Sha256.prefix(smallest.get(smallest.size() - 1));
    }
  }
}
