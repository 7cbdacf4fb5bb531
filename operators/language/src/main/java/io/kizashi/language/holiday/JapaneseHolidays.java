package io.kizashi.language.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Japan's public holidays by the Act on National Holidays (国民の祝日に関する法律, 1948, as amended up to
 * 2018) and the special acts of 2017 to 2020 on the succession and the games of Tokyo.
 *
 * <p>The equinoxes are declared in February of the year before. Until then they are reckoned by the
 * formula of 新こよみ便利帳 (Nagasawa, 1991), which has hit every year so far and holds until 2099.
 */
public final class JapaneseHolidays {
  /** The first year that is known: earlier ones have holidays on other Mondays. */
  public static final int FIRST_YEAR = 2000;

  /** The last year for which the equinoxes can be reckoned. */
  public static final int LAST_YEAR = 2099;

  /** Since this year a holiday on a Sunday moves on over those that follow it. */
  private static final int REFORM = 2007;

  private static final int ACCESSION = 2019;
  private static final int GAMES = 2020;
  private static final int GAMES_HELD = 2021;

  private final int year;
  private final Set<LocalDate> national = new TreeSet<>();

  private JapaneseHolidays(int year) {
    this.year = year;
  }

  /** All of them, from the first day of {@link #FIRST_YEAR} to the last of {@link #LAST_YEAR}. */
  public static Set<LocalDate> all() {
    Set<LocalDate> all = new TreeSet<>();
    IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR).forEach(year -> all.addAll(of(year)));
    return all;
  }

  /**
   * Those of a year, with the days off that they bring about.
   *
   * @param year from {@link #FIRST_YEAR} to {@link #LAST_YEAR}
   */
  static Set<LocalDate> of(int year) {
    return new JapaneseHolidays(year).days();
  }

  private Set<LocalDate> days() {
    winter();
    spring();
    summer();
    autumn();
    Set<LocalDate> days = new TreeSet<>(national);
    national.stream()
        .filter(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY)
        .forEach(sunday -> days.add(instead(sunday)));
    national.stream().filter(this::isBetween).forEach(day -> days.add(day.plusDays(1)));
    return days;
  }

  private void winter() {
    on(Month.JANUARY, 1);
    monday(Month.JANUARY, 2);
    on(Month.FEBRUARY, 11);
    if (year < ACCESSION) {
      on(Month.DECEMBER, 23);
    } else if (year > ACCESSION) {
      on(Month.FEBRUARY, 23);
    }
  }

  private void spring() {
    on(Month.MARCH, equinox(20.8431));
    on(Month.APRIL, 29);
    on(Month.MAY, 3);
    if (year >= REFORM) {
      on(Month.MAY, 4);
    }
    on(Month.MAY, 5);
    if (year == ACCESSION) {
      on(Month.MAY, 1);
    }
  }

  /** Days of the sea, of the mountains and of sports; the games moved all three. */
  private void summer() {
    if (year == GAMES) {
      on(Month.JULY, 23);
      on(Month.JULY, 24);
      on(Month.AUGUST, 10);
    } else if (year == GAMES_HELD) {
      on(Month.JULY, 22);
      on(Month.JULY, 23);
      on(Month.AUGUST, 8);
    } else {
      if (year < 2003) {
        on(Month.JULY, 20);
      } else {
        monday(Month.JULY, 3);
      }
      if (year >= 2016) {
        on(Month.AUGUST, 11);
      }
      monday(Month.OCTOBER, 2);
    }
  }

  private void autumn() {
    if (year < 2003) {
      on(Month.SEPTEMBER, 15);
    } else {
      monday(Month.SEPTEMBER, 3);
    }
    on(Month.SEPTEMBER, equinox(23.2488));
    if (year == ACCESSION) {
      on(Month.OCTOBER, 22);
    }
    on(Month.NOVEMBER, 3);
    on(Month.NOVEMBER, 23);
  }

  /**
   * The day of an equinox in its month.
   *
   * @param in1980 when it was in 1980, days of the month
   */
  private int equinox(double in1980) {
    int since = year - 1980;
    return (int) (in1980 + 0.242194 * since - Math.floorDiv(since, 4));
  }

  /** The day off for a holiday on a Sunday (振替休日). */
  private LocalDate instead(LocalDate sunday) {
    LocalDate day = sunday.plusDays(1);
    while (year >= REFORM && national.contains(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** Whether the day behind is off because another holiday follows it (国民の休日). */
  private boolean isBetween(LocalDate day) {
    LocalDate next = day.plusDays(1);
    return national.contains(day.plusDays(2)) && next.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private void on(Month month, int day) {
    national.add(LocalDate.of(year, month, day));
  }

  private void monday(Month month, int ordinal) {
    LocalDate first = LocalDate.of(year, month, 1);
    national.add(first.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY)));
  }
}
