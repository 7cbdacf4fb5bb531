package io.kizashi.core.detect;

import io.kizashi.schema.Time;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How far an attempt came, for whoever asks.
 *
 * @param step the number of the step that it did not meet; of the last one where it met all
 * @param taken how many touchpoints that step has taken
 * @param due by step, of those that are met, the deadline or the end of a session that meets it;
 *     {@link Time#UNPROVEN} where a touchpoint does
 * @param stop what stopped it; empty where it is complete, or waits for a touchpoint
 */
record Trail(int step, int taken, List<Long> due, Optional<Stopped> stop) {
  /** Of an attempt that nobody asks about. */
  static final Trail UNTOLD = new Trail(0, 0, List.of(), Optional.empty());

  Trail {
    due = List.copyOf(due);
  }

  /** What stops an attempt; that nothing came in time its end tells. */
  enum Stopped {
    /** A touchpoint broke a silence. */
    BROKEN,
    /** A newer attempt took its place. */
    REPLACED,
    /** What its rule excepts came. */
    EXCEPTED,
    /** Its deadline can't be read, or lies behind. */
    NO_DATE
  }

  /** The same of an attempt that something stopped. */
  Trail stoppedBy(Stopped what) {
    return new Trail(step, taken, due, Optional.of(what));
  }

  /** The first step that time meets after a proven time, in milliseconds. */
  OptionalInt pending(long proven) {
    return IntStream.range(0, due.size()).filter(i -> due.get(i) > proven).findFirst();
  }
}
