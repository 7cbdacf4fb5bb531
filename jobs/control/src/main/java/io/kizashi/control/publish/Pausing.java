package io.kizashi.control.publish;

import io.kizashi.schema.Pause;

/**
 * What is paused.
 *
 * @param pause which recommendations, by whom, what for
 * @param since when it was said last, milliseconds since the epoch
 */
public record Pausing(Pause pause, long since) {
  /** What is meant, as {@code kind=sell,channel=line}. */
  public String key() {
    return pause.target().key();
  }
}
