package io.kizashi.flink.story;

import io.kizashi.testing.Seeds;

/** Where the chance of a story begins: with the commit's seed, or a fixed one. */
public final class StorySeeds {
  /** Stories in which hand-made faults of the shell were found. */
  public static final long FIXED = 20_260_302L;

  /** Keeps the cases of neighbouring seeds apart. */
  private static final long SPREAD = 1_000_003L;

  private StorySeeds() {}

  /** The seed of one case of a run. */
  public static long of(long seed, int number) {
    return seed * SPREAD + number;
  }

  /** How to run a case again. */
  public static String hint(long seed, int number) {
    return "case %d of seed %d (%s)".formatted(number, seed, Seeds.again());
  }
}
