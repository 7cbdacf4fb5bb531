package io.kizashi.core.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hours of the customer's day in which nothing is sent to customers.
 *
 * @param from when they begin, that minute included
 * @param to when they end, that minute excluded; before {@code from} where they span midnight, the
 *     same where they last a day
 * @param days on which they begin
 * @param channels on which
 * @param hold whether what falls into them waits for their end; else it is dropped
 */
public record QuietHours(
    LocalTime from, LocalTime to, Days days, Set<String> channels, boolean hold) {
  /** Copies the channels. */
  public QuietHours {
    channels = Set.copyOf(channels);
  }

  /**
   * Some days.
   *
   * @param weekdays all of these
   * @param dates and these
   */
  public record Days(Set<DayOfWeek> weekdays, Set<LocalDate> dates) {
    /** Every day. */
    public static final Days ALL = new Days(EnumSet.allOf(DayOfWeek.class), Set.of());

    /** Copies the days. */
    public Days {
      weekdays = Set.copyOf(weekdays);
      dates = Set.copyOf(dates);
    }

    private boolean contain(LocalDate date) {
      return weekdays.contains(date.getDayOfWeek()) || dates.contains(date);
    }
  }

  /** Whether a time by the customer's clock lies in them. */
  public boolean cover(LocalDateTime local) {
    LocalTime time = local.toLocalTime();
    LocalDate date = local.toLocalDate();
    boolean begun = !time.isBefore(from) && days.contain(date);
    return from.isBefore(to)
        ? begun && time.isBefore(to)
        : begun || (time.isBefore(to) && days.contain(date.minusDays(1)));
  }
}
