package io.kizashi.oracle.moments;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which days are business days.
 *
 * @param business weekdays, {@code mon} or {@code mon-fri}
 * @param holidays dates, first and last date with two dots between, or {@link #JAPAN}
 */
record Calendar(List<String> business, List<String> holidays) {
  /** What holds where none is written. */
  static final Calendar DEFAULT = new Calendar(List.of("mon-fri"), List.of());

  /** Japan's public holidays. */
  static final String JAPAN = "jp";

  /** All in the years that stories reach, month and day, as published or, later, by law. */
  private static final Map<Integer, String> JAPAN_BY_YEAR =
      Map.of(
          2025,
          "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06"
              + " 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24",
          2026,
          "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06"
              + " 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
          2027,
          "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05"
              + " 07-19 08-11 09-20 09-23 10-11 11-03 11-23",
          2028,
          "01-01 01-10 02-11 02-23 03-20 04-29 05-03 05-04 05-05"
              + " 07-17 08-11 09-18 09-22 10-09 11-03 11-23",
          2029,
          "01-01 01-08 02-11 02-12 02-23 03-20 04-29 04-30 05-03 05-04 05-05"
              + " 07-16 08-11 09-17 09-23 09-24 10-08 11-03 11-23",
          2030,
          "01-01 01-14 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06"
              + " 07-15 08-11 08-12 09-16 09-23 10-14 11-03 11-04 11-23");

  /** Copies the lists. */
  Calendar {
    business = List.copyOf(business);
    holidays = List.copyOf(holidays);
  }

  /** A weekday's name. */
  static String name(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  private static DayOfWeek day(String name) {
    return List.of(DayOfWeek.values()).stream()
        .filter(day -> name(day).equals(name))
        .findFirst()
        .orElseThrow();
  }

  boolean isBusiness(LocalDate date) {
    return business.stream().anyMatch(days -> covers(days, date.getDayOfWeek()))
        && holidays.stream().noneMatch(days -> covers(days, date));
  }

  private static boolean covers(String days, DayOfWeek day) {
    DayOfWeek first = day(days.substring(0, 3));
    DayOfWeek last = day(days.substring(days.length() - 3));
    return first.compareTo(day) <= 0 && day.compareTo(last) <= 0;
  }

  private static boolean covers(String days, LocalDate date) {
    if (days.equals(JAPAN)) {
      String known = JAPAN_BY_YEAR.get(date.getYear());
      if (known == null) {
        throw new IllegalStateException("the model knows no holidays of " + date.getYear());
      }
      return known.contains(date.toString().substring(5));
    }
    LocalDate first = LocalDate.parse(days.substring(0, 10));
    LocalDate last = LocalDate.parse(days.substring(days.length() - 10));
    return !date.isBefore(first) && !date.isAfter(last);
  }

  /** The n-th business day after a date. */
  LocalDate after(LocalDate date, int n) {
    LocalDate day = date;
    for (int left = n; left > 0; ) {
      day = day.plusDays(1);
      left -= isBusiness(day) ? 1 : 0;
    }
    return day;
  }

  String yaml() {
    String free = holidays.isEmpty() ? "" : ", holidays: " + holidays;
    return "{ business: " + business + free + " }";
  }
}
