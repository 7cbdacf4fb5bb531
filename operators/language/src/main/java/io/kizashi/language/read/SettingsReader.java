package io.kizashi.language.read;

import io.kizashi.core.rules.Rules.Settings;
import io.kizashi.core.rules.Sessions;
import io.kizashi.core.time.BusinessCalendar;
import io.kizashi.language.yaml.Problems;
import io.kizashi.schema.Bounds;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what holds for all rules. */
final class SettingsReader {
  private static final long SECOND = 1_000L;
  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;
  private static final long DEFAULT_DISORDER = 10 * SECOND;
  private static final int DEFAULT_TOUCHPOINTS = 200;

  /** Half an hour without a word ends a visit: what web analytics has agreed on. */
  private static final long DEFAULT_GAP = 30 * 60 * SECOND;

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
    HolidaysReader.Holidays holidays =
        fields
            .filter(calendar -> calendar.get("holidays").isPresent())
            .map(calendar -> calendar.list("holidays", "holidays: [2026-01-01]"))
            .map(written -> HolidaysReader.read(written, problems))
            .orElse(HolidaysReader.NONE);
    return new BusinessCalendar(zone, business, holidays.dates(), holidays.named());
  }
}
