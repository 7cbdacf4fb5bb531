package io.kizashi.core.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * On which days a company works.
 *
 * @param zone where its days begin and end
 * @param weekdays days of the week on which it works; at least one
 * @param holidays dates on which it does not
 * @param named what a rulebook calls these: where a country's law moves a day, rules are the same
 */
public record BusinessCalendar(
    ZoneId zone, Set<DayOfWeek> weekdays, Set<LocalDate> holidays, String named) {
  /** Days of grace for a day of 25 hours. */
  private static final int CHANGE_OF_CLOCKS = 1;

  /** Copies the days. */
  public BusinessCalendar {
    weekdays = Set.copyOf(weekdays);
    holidays = Set.copyOf(holidays);
    if (weekdays.isEmpty()) {
      throw new IllegalArgumentException("a calendar needs at least one day of the week");
    }
  }

  /** Whether a date is a business day. */
  public boolean isBusinessDay(LocalDate date) {
    return weekdays.contains(date.getDayOfWeek()) && !holidays.contains(date);
  }

  /** The n-th business day after a date. */
  public LocalDate plus(LocalDate date, int days) {
    LocalDate day = date;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      left -= isBusinessDay(day) ? 1 : 0;
    }
    return day;
  }

  /**
   * The same local time of day on the n-th business day after a time's date; a time of day that the
   * clocks skip that day is as much later.
   *
   * @param time milliseconds since the epoch
   */
  public long plus(long time, int days) {
    ZonedDateTime local = Instant.ofEpochMilli(time).atZone(zone);
    return local.with(plus(local.toLocalDate(), days)).toInstant().toEpochMilli();
  }

  /** Milliseconds that so many business days last at most, whenever they start. */
  public long longest(int days) {
    NavigableSet<LocalDate> known = new TreeSet<>(holidays);
    LocalDate first = known.isEmpty() ? LocalDate.EPOCH : known.first().minusDays(2L * days + 7);
    LocalDate last = known.isEmpty() ? LocalDate.EPOCH.plusDays(7) : known.last().plusDays(7);
    long longest = 0;
    for (LocalDate start = first; !start.isAfter(last); start = start.plusDays(1)) {
      longest = Math.max(longest, ChronoUnit.DAYS.between(start, plus(start, days)));
    }
    return (longest + CHANGE_OF_CLOCKS) * 86_400_000L;
  }
}
