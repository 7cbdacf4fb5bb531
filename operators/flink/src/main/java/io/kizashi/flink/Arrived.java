package io.kizashi.flink;

import io.kizashi.schema.Origin;
import io.kizashi.schema.Touchpoint;

/**
 * A decoded touchpoint on its way to its customer.
 *
 * @param origin where it was read
 * @param touchpoint the touchpoint
 */
public record Arrived(Origin origin, Touchpoint touchpoint) {
  /** Whose state it belongs to: what the stream is keyed by. */
  public String key() {
    return touchpoint.cameUnder().text();
  }
}
