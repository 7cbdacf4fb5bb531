package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days on which an action is done.
 *
 * @param from the first; empty where it has always begun
 * @param to the last; empty where it never ends
 */
record ActiveDays(Optional<LocalDate> from, Optional<LocalDate> to) {
  /** Every day. */
  static final ActiveDays ALL = new ActiveDays(Optional.empty(), Optional.empty());

  /** Some days around the beginning, so that stories run into them and out. */
  static ActiveDays around(Draws draws, Place place) {
    LocalDate day = Instant.ofEpochMilli(place.start()).atZone(place.zone()).toLocalDate();
    LocalDate first = day.plusDays(draws.any(-1, 0, 0, 1));
    LocalDate last = first.plusDays(draws.any(0, 0, 1, 3));
    return switch ((int) draws.any(0, 1, 2)) {
      case 0 -> new ActiveDays(Optional.of(first), Optional.empty());
      case 1 -> new ActiveDays(Optional.empty(), Optional.of(last));
      default -> new ActiveDays(Optional.of(first), Optional.of(last));
    };
  }

  /** Whether a time lies on one of them, as the rulebook's zone counts days. */
  boolean hold(long time, ZoneId zone) {
    return from.map(day -> time >= begin(day, zone)).orElse(true)
        && to.map(day -> time < begin(day.plusDays(1), zone)).orElse(true);
  }

  private static long begin(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /** How the rulebook writes it; nothing for every day. */
  Optional<String> line() {
    List<String> ends = new ArrayList<>();
    from.ifPresent(day -> ends.add("from: " + day));
    to.ifPresent(day -> ends.add("to: " + day));
    return ends.isEmpty()
        ? Optional.empty()
        : Optional.of("active: { " + String.join(", ", ends) + " }");
  }
}
