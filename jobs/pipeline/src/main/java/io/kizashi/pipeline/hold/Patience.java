package io.kizashi.pipeline.hold;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How long may be decided without a checkpoint: from its making, then from each checkpoint that is
 * complete. Safe for the thread that reads and the one that asks for metrics.
 */
final class Patience {
  private final long nanos;
  private final long longest;
  private final LongSupplier clock;
  private final AtomicLong since;

  /**
   * Begins to wait for a first checkpoint.
   *
   * @param patience how long it lasts
   * @param longest after which no checkpoint may be made any more
   * @param clock nanoseconds that only ever grow
   */
  Patience(Duration patience, Duration longest, LongSupplier clock) {
    this.nanos = patience.toNanos();
    this.longest = longest.toNanos();
    this.clock = clock;
    this.since = new AtomicLong(clock.getAsLong());
  }

  /** A checkpoint is complete. */
  void renew() {
    since.set(clock.getAsLong());
  }

  /** Whether no checkpoint has been complete for too long. */
  boolean isOver() {
    return passed() > nanos;
  }

  /** Whether it is too late for a checkpoint. */
  boolean isTooLate() {
    return passed() > longest;
  }

  private long passed() {
    return clock.getAsLong() - since.get();
  }
}
