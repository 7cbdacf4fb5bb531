package io.kizashi.text.learning;

import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.LearningBounds;
import io.kizashi.schema.Utf8Order;
import java.util.Comparator;

/**
 * A word that is counted.
 *
 * @param tally of the answers that it was said before
 * @param epoch in which it was said last
 * @param grains its shift, in {@link LearningBounds#GRAINS_A_UNIT}
 */
record Counted(String word, AnswerSum tally, long epoch, int grains) {
  /** Those with most answers first; of equals the one said last. */
  static final Comparator<Counted> MOST_FIRST =
      Comparator.comparingLong((Counted counted) -> -counted.tally.answers())
          .thenComparingLong(counted -> -counted.epoch)
          .thenComparing(Counted::word, Utf8Order::compare);

  Counted plus(AnswerSum more, long now) {
    return new Counted(word, tally.plus(more), now, grains);
  }

  boolean isShifted() {
    return grains != 0;
  }

  boolean isTold() {
    return tally.answers() >= LearningBounds.LEAST_ANSWERS;
  }

  /** A step towards where its answers say it belongs: how far they lie off all answers' mean. */
  Counted stepped(double meanOfAll) {
    double deviation = Math.max(-1, Math.min(1, tally.mean() - meanOfAll));
    double trust = (double) tally.answers() / (tally.answers() + LearningBounds.PRIOR);
    return towards((int) Math.round(LearningBounds.MOST_GRAINS * deviation * trust));
  }

  /** A step back to no shift. */
  Counted stepped() {
    return towards(0);
  }

  private Counted towards(int target) {
    int step = LearningBounds.STEP_GRAINS;
    int next = Math.max(grains - step, Math.min(grains + step, target));
    return next == grains ? this : new Counted(word, tally, epoch, next);
  }

  LearnedLexicon.Word learned() {
    double shift = (double) grains / LearningBounds.GRAINS_A_UNIT;
    return new LearnedLexicon.Word(shift, tally.answers(), rounded(tally.mean()));
  }

  /** To four digits: as many as people and records have use for. */
  static double rounded(double mean) {
    return Math.rint(mean * 10_000) / 10_000;
  }
}
