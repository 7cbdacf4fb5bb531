package io.kizashi.local.feed;

import io.kizashi.terminal.EnvironmentFault;
import java.util.concurrent.TimeUnit;

/** The time of day, replaced in tests. */
interface WallClock {
  /** Milliseconds since the epoch. */
  long now();

  /** Lets time pass. */
  void sleep(long millis);

  /** The machine's clock. */
  static WallClock system() {
    return new WallClock() {
      @Override
      public long now() {
        return System.currentTimeMillis();
      }

      @Override
      public void sleep(long millis) {
        try {
          TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new EnvironmentFault("interrupted while feeding", e);
        }
      }
    };
  }
}
