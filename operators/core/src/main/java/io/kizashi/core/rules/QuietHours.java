package io.kizashi.core.rules;

import java.time.LocalTime;
import java.util.Set;

/**
 * Hours of the customer's day in which nothing is sent to customers.
 *
 * @param from when they begin, that minute included
 * @param to when they end, that minute excluded; before {@code from} where they span midnight
 * @param channels on which
 * @param hold whether what falls into them waits for their end; else it is dropped
 */
public record QuietHours(LocalTime from, LocalTime to, Set<String> channels, boolean hold) {
  /** Copies the channels. */
  public QuietHours {
    channels = Set.copyOf(channels);
  }

  /** Whether a time of day lies in them. */
  public boolean cover(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean ended = !time.isBefore(to);
    return from.isBefore(to) ? begun && !ended : begun || !ended;
  }
}
