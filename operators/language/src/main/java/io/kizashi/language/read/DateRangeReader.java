package io.kizashi.language.read;

import io.kizashi.core.rules.ActionRule.DateRange;
import io.kizashi.language.typed.TypedTime;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Reads the days between which something is to be done. */
final class DateRangeReader {
  private final ZoneId zone;
  private final Problems problems;

  /** A reader of days that begin in a zone. */
  DateRangeReader(ZoneId zone, Problems problems) {
    this.zone = zone;
    this.problems = problems;
  }

  /** The days under a key; all where it is not there. */
  DateRange range(Fields fields, String key) {
    return fields
        .get(key)
        .flatMap(node -> Fields.of(node, Keys.ACTIVE, problems))
        .map(this::range)
        .orElse(DateRange.ALWAYS);
  }

  /** The days between two keys, {@code from} and {@code to}. */
  DateRange range(Fields active) {
    Optional<LocalDate> first = active.scalar("from").flatMap(this::date);
    Optional<LocalDate> last = active.scalar("to").flatMap(this::date);
    if (active.named().isEmpty()) {
      problems.error(
          active.at(),
          "useless",
          "this names no day, and changes nothing",
          "active: { from: 2026-03-01, to: 2026-03-31 }, or one of the two");
    } else if (first.isPresent() && last.filter(first.get()::isAfter).isPresent()) {
      problems.error(
          active.keyAt("to"),
          "out_of_bounds",
          "'" + last.get() + "' lies before the first day, '" + first.get() + "'",
          "the last day counts whole: from: 2026-03-01, to: 2026-03-31");
    }
    return new DateRange(first, last, zone);
  }

  private Optional<LocalDate> date(Scalar scalar) {
    try {
      return Optional.of(LocalDate.parse(scalar.text()));
    } catch (DateTimeException e) {
      problems.error(
          scalar.at(),
          "date",
          "'" + scalar.text() + "' is no date",
          "year, month and day with two digits each: 2026-03-01",
          TypedTime.dates(scalar.text())
              .filter(it -> !it.contains("..")) // one day is wanted
              .flatMap(it -> Fix.whole(scalar, it)));
      return Optional.empty();
    }
  }
}
