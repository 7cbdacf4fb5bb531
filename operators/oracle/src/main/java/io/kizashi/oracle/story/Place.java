package io.kizashi.oracle.story;

import io.kizashi.schema.Rfc3339;
import java.time.ZoneId;

/**
 * Where and when a story begins.
 *
 * @param zone the rulebook's time zone
 * @param start milliseconds since the epoch
 */
public record Place(ZoneId zone, long start) {
  /** A time zone by its name, and a time as RFC 3339 writes it. */
  public static Place at(String zone, String start) {
    return new Place(ZoneId.of(zone), Rfc3339.parse(start).orElseThrow());
  }
}
