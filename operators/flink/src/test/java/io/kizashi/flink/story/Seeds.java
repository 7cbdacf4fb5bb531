package io.kizashi.flink.story;

/** Where chance begins: told with {@code -Dkizashi.seed=N}, else always the same. */
public final class Seeds {
  private static final String PROPERTY = "kizashi.seed";

  /** A number like any other. */
  private static final long USUAL = 20_260_301L;

  private Seeds() {}

  /** The seed of a run. */
  public static long base() {
    return Long.getLong(PROPERTY, USUAL);
  }

  /** The seed of one of its cases. */
  public static long of(int number) {
    return base() * 1_000_003L + number;
  }

  /** How to run it again. */
  public static String hint(int number) {
    return "case %d of seed %d; run it again with -D%s=%d"
        .formatted(number, base(), PROPERTY, base());
  }
}
