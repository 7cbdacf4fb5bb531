package io.kizashi.schema;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What words have come to mean to the customers of one deployment, beside what the lexicons say:
 * learned from the answers to surveys.
 *
 * @param epoch the last one that it knows of, closed, counted from 1970 in {@link
 *     LearningBounds#EPOCH_MILLIS}; 0 for {@link #NONE}
 * @param answers how many answers it was learned from
 * @param mean of their valences, −1 … 1
 * @param words those that are shifted, at most {@link LearningBounds#LEXICON_WORDS}, as UTF-8 sorts
 *     them
 */
public record LearnedLexicon(long epoch, long answers, double mean, Map<String, Word> words) {
  /** Nothing is learned. */
  public static final LearnedLexicon NONE = new LearnedLexicon(0, 0, 0, Map.of());

  /** Refuses what is beyond the bounds of learning. */
  public LearnedLexicon {
    if (words.size() > LearningBounds.LEXICON_WORDS
        || epoch < 0
        || answers < 0
        || !(Math.abs(mean) <= 1)) {
      throw new IllegalArgumentException("a learned lexicon is beyond its bounds");
    }
    TreeMap<String, Word> sorted = new TreeMap<>(Utf8Order::compare);
    sorted.putAll(words);
    words = Collections.unmodifiableMap(sorted);
  }

  /**
   * A word or phrase, in the form that dictionaries have.
   *
   * @param shift what is added to its valence, at most 0.3 either way
   * @param answers that it was said before
   * @param mean of their valences, −1 … 1
   */
  public record Word(double shift, long answers, double mean) {
    /** Refuses what is beyond the bounds of learning. */
    public Word {
      double most = (double) LearningBounds.MOST_GRAINS / LearningBounds.GRAINS_A_UNIT;
      if (!(Math.abs(shift) <= most) || answers < 0 || !(Math.abs(mean) <= 1)) {
        throw new IllegalArgumentException("a learned word is beyond its bounds");
      }
    }
  }

  /** The epoch of a time in milliseconds since 1970. */
  public static long epoch(long time) {
    return Math.floorDiv(time, LearningBounds.EPOCH_MILLIS);
  }

  /** The end of an epoch, milliseconds since 1970, exclusive. */
  public static long end(long epoch) {
    return (epoch + 1) * LearningBounds.EPOCH_MILLIS;
  }

  /** The end of its epoch, milliseconds since 1970, exclusive. */
  public long until() {
    return end(epoch);
  }

  /** The first epoch in which it counts: all before must have ended, and it must have rested. */
  public long inForceFrom() {
    return epoch + LearningBounds.REST_EPOCHS + 1;
  }

  /** What is added to a word's valence; 0 if nothing was learned of it. */
  public double shift(String word) {
    Word learned = words.get(word);
    return learned == null ? 0 : learned.shift();
  }
}
