package io.kizashi.cli.acceptance;

import java.util.Random;

/**
 * What happens in one round of the crash drill; the same for the same seed.
 *
 * @param promise that is held against what comes of it
 * @param kill when
 * @param control what staff does around the kill
 * @param tasks of the engine that goes on in the end
 * @param seed of the stream, and of the kill's exact place
 */
record CrashPlan(Promise promise, Kill kill, Control control, int tasks, long seed) {
  /** Tasks of the engine that is killed. */
  static final int TASKS = 2;

  /** Tasks of one that goes on with more. */
  static final int MORE_TASKS = 3;

  /** Seeds that follow each other would begin alike. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Of so many rounds one goes on with more tasks. */
  private static final int RESCALED = 3;

  /** Of so many rounds one has nobody change anything. */
  private static final int UNTOUCHED = 2;

  /** What the engine was set to. */
  enum Promise {
    /** What stands equals what stands without a kill, byte for byte. */
    SETTLED("settled", "at-least-once"),
    /** Moments that stand are the same, and every recommendation that stands answers one. */
    AT_ONCE("at-once", "at-least-once"),
    /** As settled, each record once, for who reads what is committed. */
    EXACTLY_ONCE("settled", "exactly-once");

    private final String decide;
    private final String delivery;

    Promise(String decide, String delivery) {
      this.decide = decide;
      this.delivery = delivery;
    }

    /** The rulebook's setting. */
    String decide() {
      return decide;
    }

    /** The engine's setting. */
    String delivery() {
      return delivery;
    }

    /** How outputs are read. */
    String isolation() {
      return switch (this) {
        case SETTLED, AT_ONCE -> "read_uncommitted";
        case EXACTLY_ONCE -> "read_committed";
      };
    }
  }

  /** When it is killed. */
  enum Kill {
    /** After much was said that no checkpoint holds. */
    UNHELD,
    /** The same, and the next engine while it starts, or has just begun to work. */
    STARTING,
    /** The same, and the next engine in the same way. */
    TWICE
  }

  /** What staff does. */
  enum Control {
    NOTHING,
    /** Sales are paused, and go on again, while there is no engine. */
    PAUSED_AND_RESUMED,
    /** Sales are paused while there is no engine. */
    PAUSED,
    /** Other words are published after the checkpoint, before what it does not hold is said. */
    OTHER_WORDS_BEFORE,
    /** Other words are published while there is no engine. */
    OTHER_WORDS_MEANWHILE
  }

  /** One that the seed chooses. */
  static CrashPlan drawn(Promise promise, long seed) {
    Random random = new Random(seed * SPREAD);
    int control = 1 + random.nextInt(UNTOUCHED * (Control.values().length - 1));
    return new CrashPlan(
        promise,
        Kill.values()[random.nextInt(Kill.values().length)],
        control < Control.values().length ? Control.values()[control] : Control.NOTHING,
        random.nextInt(RESCALED) == 0 ? MORE_TASKS : TASKS,
        seed);
  }

  boolean isPaused() {
    return control == Control.PAUSED;
  }

  @Override
  public String toString() {
    return "%s %s %s, goes on with %d tasks, seed %d"
        .formatted(promise, kill, control, tasks, seed);
  }
}
