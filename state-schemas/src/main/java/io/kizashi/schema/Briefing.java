package io.kizashi.schema;

import java.util.List;

/**
 * What a member of staff should know before turning to a customer.
 *
 * @param felt how the customer feels; absent where nothing was felt
 * @param said what the customer said last, the newest first; at most {@link #MOST_SAID}
 * @param tried what was tried before, the newest first; at most {@link #MOST_TRIED}
 * @param touchpoints what happened last, the newest first; at most {@link #MOST_TOUCHPOINTS}
 */
public record Briefing(
    java.util.Optional<Felt> felt, List<Said> said, List<Tried> tried, List<Touched> touchpoints) {
  /** More than this nobody reads before a call. */
  public static final int MOST_SAID = 5;

  /** See {@link #MOST_SAID}. */
  public static final int MOST_TRIED = 5;

  /** See {@link #MOST_SAID}. */
  public static final int MOST_TOUCHPOINTS = 10;

  /** Copies the lists. */
  public Briefing {
    said = List.copyOf(said);
    tried = List.copyOf(tried);
    touchpoints = List.copyOf(touchpoints);
  }

  /**
   * A feeling.
   *
   * @param valence −1 … 1
   * @param trend how much it changed within half an hour
   * @param label one of the eight, or empty
   */
  public record Felt(double valence, double trend, String label) {}

  /**
   * Words of the customer.
   *
   * @param time milliseconds since the epoch
   * @param text cut to what fits
   */
  public record Said(long time, String channel, String text) {}

  /**
   * Something that was recommended.
   *
   * @param time when it was decided, milliseconds since the epoch
   * @param outcome the newest one reported; empty where there is none
   */
  public record Tried(long time, String action, String channel, String outcome) {}

  /**
   * A touchpoint.
   *
   * @param time milliseconds since the epoch
   */
  public record Touched(long time, String type, String channel) {}
}
