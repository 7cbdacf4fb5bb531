package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Draws random quiet hours. */
final class QuietHoursDraws {
  private QuietHoursDraws() {}

  /** Random ones, one or two. */
  static List<RandomQuietHours> of(Draws draws, Place place) {
    List<RandomQuietHours> all = new ArrayList<>(List.of(daily(draws)));
    if (draws.random().nextInt(2) == 0) {
      all.add(onDays(draws, place));
    }
    return all;
  }

  private static RandomQuietHours daily(Draws draws) {
    List<String> hours =
        draws.any(
            List.of(
                List.of("21:00", "08:00"),
                List.of("22:30", "02:30"),
                List.of("02:15", "03:45"),
                List.of("00:00", "02:00"),
                List.of("12:00", "13:00")));
    return on(draws, hours, List.of(), List.of());
  }

  /** On some days of the week, or on holidays around the beginning of the story. */
  private static RandomQuietHours onDays(Draws draws, Place place) {
    List<String> hours =
        draws.any(
            List.of(
                List.of("00:00", "00:00"), List.of("18:00", "10:00"), List.of("09:00", "17:30")));
    LocalDate start = Instant.ofEpochMilli(place.start()).atZone(place.zone()).toLocalDate();
    List<LocalDate> holidays =
        draws.any(
            List.of(
                List.<LocalDate>of(),
                List.of(start),
                List.of(start.plusDays(1), start.plusDays(2)),
                List.of(start.plusDays(4))));
    List<String> days =
        draws.any(List.of(List.of("sat", "sun"), List.of("mon"), List.of("fri", "wed")));
    boolean none = !holidays.isEmpty() && draws.random().nextBoolean();
    return on(draws, hours, none ? List.of() : days, holidays);
  }

  private static RandomQuietHours on(
      Draws draws, List<String> hours, List<String> days, List<LocalDate> holidays) {
    return new RandomQuietHours(
        LocalTime.parse(hours.get(0)),
        LocalTime.parse(hours.get(1)),
        days,
        holidays,
        draws.some(RandomPolicyRulebook.CHANNELS),
        draws.random().nextInt(3) != 0);
  }
}
