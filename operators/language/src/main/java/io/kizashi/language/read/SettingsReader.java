package io.kizashi.language.read;

import io.kizashi.core.rules.Rules.Settings;
import io.kizashi.core.rules.Sessions;
import io.kizashi.core.time.BusinessCalendar;
import io.kizashi.language.typed.TypedTime;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.schema.Bounds;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Reads what holds for all rules. */
final class SettingsReader {
  private static final long SECOND = 1_000L;
  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;
  private static final long DEFAULT_DISORDER = 10 * SECOND;
  private static final int DEFAULT_TOUCHPOINTS = 200;

  /** Half an hour without a word ends a visit: what web analytics has agreed on. */
  private static final long DEFAULT_GAP = 30 * 60 * SECOND;

  /** Days off that a calendar may name: ten years of them. */
  private static final int MOST_HOLIDAYS = 400;

  /** Touchpoints are retained for a month where nothing is said and no rule needs more. */
  static final long DEFAULT_RETENTION = 30 * DAY;

  /** The longest that touchpoints can be retained, milliseconds. */
  static final long MOST_RETENTION = Bounds.HISTORY_DAYS * DAY;

  private static final Set<DayOfWeek> WORKING_WEEK =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private final Fields top;
  private final Optional<Fields> history;
  private final Problems problems;

  SettingsReader(Fields top, Problems problems) {
    this.top = top;
    this.problems = problems;
    this.history = top.get("history").flatMap(node -> Fields.of(node, Keys.HISTORY, problems));
  }

  /** The settings; a retention that nobody asked for is the default one. */
  Settings settings() {
    boolean settled = top.choice("decide", Map.of("at-once", false, "settled", true)).orElse(false);
    return new Settings(
        top.duration("disorder", 0, HOUR).orElse(DEFAULT_DISORDER),
        settled,
        retention().orElse(saysRetention() ? MOST_RETENTION : DEFAULT_RETENTION),
        (int) touchpoints(),
        new Sessions(top.duration("session-gap", SECOND, DAY).orElse(DEFAULT_GAP)),
        calendar(),
        new HalfLivesReader(problems).halfLives(top));
  }

  private OptionalLong retention() {
    return history
        .map(fields -> fields.duration("for", HOUR, MOST_RETENTION))
        .orElse(OptionalLong.empty());
  }

  /** Whether the rulebook itself says how long touchpoints are retained. */
  boolean saysRetention() {
    return history.filter(fields -> fields.get("for").isPresent()).isPresent();
  }

  private long touchpoints() {
    return history
        .map(fields -> fields.whole("touchpoints", 1, Bounds.HISTORY_TOUCHPOINTS))
        .orElse(OptionalLong.empty())
        .orElse(DEFAULT_TOUCHPOINTS);
  }

  private BusinessCalendar calendar() {
    ZoneId zone =
        top.scalar("timezone")
            .flatMap(name -> ZoneReader.read(name, problems))
            .orElse(ZoneOffset.UTC);
    Optional<Fields> fields =
        top.get("calendar").flatMap(node -> Fields.of(node, Keys.CALENDAR, problems));
    Set<DayOfWeek> business =
        fields
            .filter(calendar -> calendar.get("business").isPresent())
            .map(
                calendar ->
                    WeekdayReader.read(calendar.list("business", "business: [mon-fri]"), problems))
            .filter(days -> !days.isEmpty())
            .orElse(WORKING_WEEK);
    Set<LocalDate> holidays =
        fields
            .filter(calendar -> calendar.get("holidays").isPresent())
            .map(calendar -> holidays(calendar.list("holidays", "holidays: [2026-01-01]")))
            .orElse(Set.of());
    return new BusinessCalendar(zone, business, holidays);
  }

  private Set<LocalDate> holidays(List<Scalar> written) {
    Set<LocalDate> days = new TreeSet<>();
    for (Scalar scalar : written) {
      String[] ends = scalar.text().split("\\.\\.", 2);
      try {
        LocalDate first = LocalDate.parse(ends[0].strip());
        LocalDate last = LocalDate.parse(ends[ends.length - 1].strip());
        long more = ChronoUnit.DAYS.between(first, last);
        if (more < 0 || days.size() + more >= MOST_HOLIDAYS) {
          problems.error(
              scalar.at(),
              "out_of_bounds",
              "'"
                  + scalar.text()
                  + "' runs backwards, or makes more than "
                  + MOST_HOLIDAYS
                  + " days",
              "holidays: [2026-08-13..2026-08-16]");
        } else {
          first.datesUntil(last.plusDays(1)).forEach(days::add);
        }
      } catch (DateTimeException e) {
        problems.error(
            scalar.at(),
            "date",
            "'" + scalar.text() + "' is no date",
            "2026-01-01, or 2026-08-13..2026-08-16",
            TypedTime.dates(scalar.text()).flatMap(it -> Fix.whole(scalar, it)));
      }
    }
    return days;
  }
}
