package io.kizashi.language.read;

import io.kizashi.core.expression.Value;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.core.rules.Deadline;
import io.kizashi.core.time.BusinessCalendar;
import io.kizashi.language.expression.ExpressionCompiler;
import io.kizashi.language.expression.Scope;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads how long an absence lasts: for a time, for business days, or until a time in the data. */
final class DeadlineReader {
  /** Business days that an absence may last: a year of them. */
  private static final int MOST_BUSINESS_DAYS = 250;

  private final ExpressionCompiler expressions;
  private final BusinessCalendar calendar;
  private final Problems problems;

  DeadlineReader(ExpressionCompiler expressions, BusinessCalendar calendar, Problems problems) {
    this.expressions = expressions;
    this.calendar = calendar;
    this.problems = problems;
  }

  /** The deadline of an absence; empty with problems noted. */
  Optional<Deadline> deadline(Fields fields, Captures captures) {
    if (fields.get("until").isPresent()) {
      if (fields.get("for").isPresent()) {
        problems.error(
            fields.keyAt("until"),
            "useless",
            "an absence lasts for a time or until one",
            "keep one of for: and until:");
      }
      long grace = fields.duration("grace", 0, SettingsReader.MOST_RETENTION).orElse(0);
      Optional<Value> value =
          fields
              .scalar("until")
              .flatMap(
                  t -> expressions.value(t, Scope.end(captures.names()), ValueKind.TIME, problems));
      return value.map(v -> new Deadline.Until(v, grace, calendar.zone()));
    }
    if (fields.get("grace").isPresent()) {
      problems.error(
          fields.keyAt("grace"),
          "useless",
          "grace is added to until:, and there is none",
          "make for: longer instead");
    }
    fields.required(
        "for", "for: 30m, or a time that data names: until: 'promise.properties.dueAt'");
    OptionalInt days =
        fields
            .get("for")
            .filter(Scalar.class::isInstance)
            .map(node -> DurationReader.businessDays((Scalar) node))
            .orElse(OptionalInt.empty());
    return days.isPresent()
        ? businessDays(fields, days.getAsInt())
        : Optional.of(
            new Deadline.After(fields.duration("for", 1, SettingsReader.MOST_RETENTION).orElse(1)));
  }

  private Optional<Deadline> businessDays(Fields fields, int days) {
    if (days < 1 || days > MOST_BUSINESS_DAYS) {
      problems.error(
          fields.keyAt("for"),
          "out_of_bounds",
          "an absence lasts 1bd to " + MOST_BUSINESS_DAYS + "bd",
          days < 1 ? "" : "count a longer one in calendar days: 365d");
      return Optional.empty();
    }
    long longest = calendar.longest(days);
    return Optional.of(new Deadline.BusinessDays(days, calendar, longest));
  }
}
