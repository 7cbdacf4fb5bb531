package io.kizashi.language.read;

import io.kizashi.language.holiday.JapaneseHolidays;
import io.kizashi.language.typed.TypedTime;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads on which days a company is closed. */
final class HolidaysReader {
  /** None are named. */
  static final Holidays NONE = new Holidays(Set.of(), List.of().toString());

  /** Japan's public holidays. */
  private static final String JAPAN = "jp";

  /** Days that a calendar may name one by one: ten years of them. */
  private static final int MOST = 400;

  private final Problems problems;
  private final Set<LocalDate> named = new TreeSet<>();
  private boolean japan;

  private HolidaysReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Days off.
   *
   * @param named what the rulebook calls them, the same however it is written
   */
  record Holidays(Set<LocalDate> dates, String named) {
    Holidays {
      dates = Set.copyOf(dates);
    }
  }

  static Holidays read(List<Scalar> written, Problems problems) {
    HolidaysReader reader = new HolidaysReader(problems);
    written.forEach(reader::read);
    return reader.holidays();
  }

  private Holidays holidays() {
    Set<LocalDate> dates = new TreeSet<>(named);
    dates.addAll(japan ? JapaneseHolidays.all() : Set.of());
    return new Holidays(dates, named + (japan ? JAPAN : ""));
  }

  private void read(Scalar scalar) {
    if (scalar.text().equals(JAPAN)) {
      japan = true;
      return;
    }
    String[] ends = scalar.text().split("\\.\\.", 2);
    try {
      LocalDate first = LocalDate.parse(ends[0].strip());
      add(scalar, first, LocalDate.parse(ends[ends.length - 1].strip()));
    } catch (DateTimeException e) {
      problems.error(
          scalar.at(),
          "date",
          "'" + scalar.text() + "' is no date",
          "2026-01-01, or 2026-08-13..2026-08-16; jp for Japan's public holidays",
          TypedTime.dates(scalar.text()).flatMap(it -> Fix.whole(scalar, it)));
    }
  }

  private void add(Scalar scalar, LocalDate first, LocalDate last) {
    long more = ChronoUnit.DAYS.between(first, last);
    if (more >= 0 && named.size() + more < MOST) {
      first.datesUntil(last.plusDays(1)).forEach(named::add);
      return;
    }
    problems.error(
        scalar.at(),
        "out_of_bounds",
        "'" + scalar.text() + "' runs backwards, or makes more than " + MOST + " days",
        "holidays: [2026-08-13..2026-08-16]");
  }
}
