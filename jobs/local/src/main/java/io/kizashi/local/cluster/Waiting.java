package io.kizashi.local.cluster;

import io.kizashi.terminal.EnvironmentFault;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting for what other processes bring about. */
final class Waiting {
  private static final long TICK_MILLIS = 50;

  private Waiting() {}

  /** Whether it came about in time. */
  static boolean reached(Duration patience, BooleanSupplier reached) {
    long end = System.nanoTime() + patience.toNanos();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EnvironmentFault("interrupted while waiting for the cluster", e);
      }
    }
    return true;
  }

  /**
   * Waits until it has come about.
   *
   * @param what to be said if it does not, with what to do
   * @throws EnvironmentFault if it does not in time
   */
  static void await(String what, Duration patience, BooleanSupplier reached) {
    if (!reached(patience, reached)) {
      throw new EnvironmentFault(what + " (waited " + patience.toSeconds() + " s)");
    }
  }
}
