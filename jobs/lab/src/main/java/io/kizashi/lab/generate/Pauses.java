package io.kizashi.lab.generate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * When partitions stand still: what sources send to one meanwhile, heartbeats too, arrives at the
 * end of the pause, in the order in which it was sent.
 */
final class Pauses {
  private static final long EVERY = Duration.ofHours(3).toMillis();
  private static final long SHORTEST = Duration.ofMinutes(2).toMillis();
  private static final long LONGEST = Duration.ofMinutes(40).toMillis();

  private final long start;

  /** By partition, one in each stretch of three hours. */
  private final List<List<Pause>> pauses = new ArrayList<>();

  private record Pause(long from, long to) {
    boolean holds(long time) {
      return time >= from && time < to;
    }
  }

  Pauses(DayPlan plan) {
    this.start = plan.start();
    SplittableRandom random = new SplittableRandom(plan.seed());
    for (int partition = 0; partition < DayPlan.PARTITIONS; partition++) {
      List<Pause> own = new ArrayList<>();
      for (long from = start; from < start + DayPlan.END; from += EVERY) {
        long length = random.nextLong(SHORTEST, LONGEST);
        long begin = from + random.nextLong(EVERY - length);
        own.add(new Pause(begin, begin + length));
      }
      pauses.add(own);
    }
  }

  /** When what is sent at a time arrives. */
  long arrival(int partition, long sent) {
    Pause pause = pause(partition, sent);
    return pause.holds(sent) ? pause.to() : sent;
  }

  /** Whether the partition stands still at a time. */
  boolean holds(int partition, long time) {
    return pause(partition, time).holds(time);
  }

  private Pause pause(int partition, long time) {
    List<Pause> own = pauses.get(partition);
    long stretch = Math.max(0, time - start) / EVERY;
    return own.get((int) Math.min(stretch, own.size() - 1));
  }
}
