package io.kizashi.control.template;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dates off that a template's calendar names, Saturdays and Sundays aside: what {@code 1bd} in
 * its tests is reckoned by.
 */
record DaysOff(Set<LocalDate> dates) {
  private static final Pattern HOLIDAYS = Pattern.compile("holidays: \\[ (.*) ]");

  DaysOff {
    dates = Set.copyOf(dates);
  }

  static DaysOff of(String template) {
    Matcher holidays = HOLIDAYS.matcher(template);
    Set<LocalDate> dates = new HashSet<>();
    if (holidays.find()) {
      Arrays.stream(holidays.group(1).split(", ", -1))
          .map(range -> range.split("\\.\\.", -1))
          .forEach(
              ends ->
                  LocalDate.parse(ends[0])
                      .datesUntil(LocalDate.parse(ends[ends.length - 1]).plusDays(1))
                      .forEach(dates::add));
    }
    return new DaysOff(dates);
  }

  /** The same time of day, so many business days later. */
  LocalDateTime after(LocalDateTime time, int days) {
    LocalDateTime day = time;
    for (int left = days; left > 0; left -= isOff(day.toLocalDate()) ? 0 : 1) {
      day = day.plusDays(1);
    }
    return day;
  }

  private boolean isOff(LocalDate date) {
    boolean weekend =
        date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    return weekend || dates.contains(date);
  }
}
