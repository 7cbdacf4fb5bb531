package io.kizashi.flink.recall;

/**
 * A record that the engine wrote.
 *
 * @param output where
 * @param value JSON
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked for: it passes once, as bytes
public record SaidRecord(Output output, byte[] value) {
  /** Where the engine tells what it decides. */
  public enum Output {
    /** Moments. */
    MOMENTS,
    /** Recommendations. */
    RECOMMENDATIONS,
    /** Both, of rules that run in shadow. */
    SHADOW
  }
}
