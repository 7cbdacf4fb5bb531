package io.kizashi.core.rulebook;

import io.kizashi.core.yaml.Problems;
import io.kizashi.core.yaml.YamlNode.Scalar;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The span in which a cap or a budget counts: so long up to now, or the customer's day or month.
 *
 * @param shortest milliseconds that it lasts at least
 * @param longest milliseconds that it lasts at most
 */
public record Reach(Unit unit, long shortest, long longest) {
  private static final long MINUTE = 60_000L;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** The longest span that can be counted in: a year and its leap day. */
  private static final long MOST = 366 * DAY;

  /** Days of the longest month. */
  private static final long DAYS_A_MONTH = 31;

  /** What kind of span. */
  public enum Unit {
    SLIDING,
    DAY,
    MONTH
  }

  /** The span that {@code per} names; what is none is noted. */
  static Optional<Reach> read(Fields fields, Problems problems) {
    fields.required("per", "per: 1d, or the customer's day or month");
    Optional<Scalar> per = fields.scalar("per");
    return per.flatMap(text -> read(text, problems));
  }

  private static Optional<Reach> read(Scalar per, Problems problems) {
    // Clocks change by an hour, so a day has 23 to 25 of them.
    if (per.text().equals("day")) {
      return Optional.of(new Reach(Unit.DAY, DAY - HOUR, DAY + HOUR));
    }
    if (per.text().equals("month")) {
      return Optional.of(new Reach(Unit.MONTH, 28 * DAY - HOUR, DAYS_A_MONTH * DAY + HOUR));
    }
    if (!per.text().matches("\\d.*")) {
      problems.error(
          per.at(),
          "unknown_word",
          "'" + per.text() + "' is no span to count in",
          "a duration like 7d, or the customer's calendar: day, month");
      return Optional.empty();
    }
    OptionalLong span = Durations.read(per, MINUTE, MOST, problems);
    return span.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reach(Unit.SLIDING, span.getAsLong(), span.getAsLong()));
  }

  /** How many spans of another kind it takes at most to cover one of these. */
  long covers(Reach other) {
    long needed = ceil(longest, other.shortest);
    return switch (other.unit) {
      case SLIDING -> needed;
      case DAY ->
          switch (unit) {
            case SLIDING -> needed + 1;
            case DAY -> 1;
            case MONTH -> DAYS_A_MONTH;
          };
      case MONTH -> unit == Unit.SLIDING ? needed + 1 : 1;
    };
  }

  /** As an author writes it. */
  public String text() {
    return switch (unit) {
      case SLIDING -> Durations.text(longest);
      case DAY -> "day";
      case MONTH -> "month";
    };
  }

  static long ceil(long span, long part) {
    return (span + part - 1) / part;
  }
}
