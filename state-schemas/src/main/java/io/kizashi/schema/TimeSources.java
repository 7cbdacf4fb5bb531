package io.kizashi.schema;

import java.io.Serializable;
import java.util.Set;

/**
 * Who proves time, and whose stream has an end. Whatever reads heartbeats live asks here, so that
 * none is believed in one place and rejected in another.
 *
 * @param declared sources that time waits for, each with heartbeats of its own; empty where all
 *     heartbeats count as of one, whatever they name
 * @param finite sources whose {@code end} is believed however far ahead it lies
 */
public record TimeSources(Set<String> declared, Set<String> finite) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Nobody is waited for by name, and no stream ends. */
  public static final TimeSources ANY = new TimeSources(Set.of(), Set.of());

  /** Copies both. */
  public TimeSources {
    declared = Set.copyOf(declared);
    finite = Set.copyOf(finite);
  }

  /** Nobody is waited for by name, and one stream ends. */
  public static TimeSources ending(String source) {
    return new TimeSources(Set.of(), Set.of(source));
  }

  /** Whether a heartbeat that names {@code source} proves anything. */
  public boolean count(String source) {
    return declared.isEmpty() || declared.contains(source);
  }

  /**
   * Decodes a record of the topic of touchpoints.
   *
   * @param timestamp when the broker took it in, milliseconds since the epoch: more than {@link
   *     Bounds#FUTURE_MILLIS} beyond it nothing is believed but the end of a finite stream
   */
  public Decoding decode(byte[] value, long timestamp) {
    return decode(value, timestamp, Placeholders.USUAL);
  }

  /** The same, by what names nobody here; of heartbeats that makes no difference. */
  public Decoding decode(byte[] value, long timestamp, Placeholders nobody) {
    return TouchpointJson.decode(
        value, timestamp, timestamp + Bounds.FUTURE_MILLIS, finite::contains, nobody);
  }
}
