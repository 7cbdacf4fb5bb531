package io.kizashi.language.read;

import io.kizashi.language.typed.TypedTime;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads days of the week, one by one or as ranges. */
final class WeekdayReader {
  private static final Map<String, DayOfWeek> WEEKDAYS =
      Stream.of(DayOfWeek.values())
          .collect(
              Collectors.toMap(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT), d -> d));

  private WeekdayReader() {}

  static Set<DayOfWeek> read(List<Scalar> written, Problems problems) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (Scalar scalar : written) {
      String[] ends = scalar.text().split("-", 2);
      DayOfWeek first = WEEKDAYS.get(ends[0]);
      DayOfWeek last = WEEKDAYS.get(ends[ends.length - 1]);
      if (first == null || last == null) {
        problems.error(
            scalar.at(),
            "unknown_word",
            "'" + scalar.text() + "' is no weekday",
            "mon tue wed thu fri sat sun, or a range: [mon-fri, sun]",
            TypedTime.weekdays(scalar.text()).flatMap(it -> Fix.whole(scalar, it)));
        continue;
      }
      days.add(last);
      for (DayOfWeek day = first; !day.equals(last); day = day.plus(1)) {
        days.add(day);
      }
    }
    return days;
  }
}
