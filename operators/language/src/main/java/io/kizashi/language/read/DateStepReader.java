package io.kizashi.language.read;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.FactName;
import io.kizashi.core.expression.Interest;
import io.kizashi.core.rules.Deadline;
import io.kizashi.core.rules.Deadline.Before.Comes;
import io.kizashi.core.rules.Step;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.schema.state.Profile;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the step that is short for two: what falls due before a date of the profile. */
final class DateStepReader {
  private static final Pattern PROPERTY =
      Pattern.compile(Pattern.quote(FactName.CUSTOMER.field("")) + "([A-Za-z_][A-Za-z0-9_]*)");

  /** Milliseconds ahead of a date that comes again after them: the least that a year has. */
  private static final long YEAR = 365 * 86_400_000L;

  private final ZoneId zone;
  private final Problems problems;

  DateStepReader(ZoneId zone, Problems problems) {
    this.zone = zone;
    this.problems = problems;
  }

  /** What falls due before a date: a profile that states it, and none that states another. */
  List<Step> steps(Fields fields, boolean first) {
    if (!first) {
      problems.error(
          fields.at(), "pattern", "a date can only be the first step", "put it in front");
    }
    fields.required("before", "before: 14d");
    Comes comes = fields.choice("every", Map.of("year", Comes.EVERY_YEAR)).orElse(Comes.ONCE);
    long farthest = comes == Comes.ONCE ? Deadline.FARTHEST : YEAR;
    long before = fields.duration("before", 0, farthest).orElse(0);
    Optional<String> property = fields.scalar("date").flatMap(this::property);
    if (property.isEmpty() || !first) {
      return List.of();
    }
    Condition states = new HasProperty(property.get());
    Step.Fit fit =
        new Step.Fit(Profile.TYPE, states, new Interest(false, false, Set.of(Profile.TYPE)));
    Deadline.Before date = new Deadline.Before(property.get(), before, comes, zone);
    Step.Fit told = comes == Comes.ONCE ? fit : new Step.Fit(date.type(), states, fit.interest());
    return List.of(new Step.Event(told, "", Long.MAX_VALUE, 1), new Step.Absence(fit, date));
  }

  private Optional<String> property(Scalar date) {
    Matcher property = PROPERTY.matcher(date.text());
    if (property.matches()) {
      return Optional.of(property.group(1));
    }
    problems.error(
        date.at(),
        "date",
        "'" + date.text() + "' names no date of the profile",
        "date: 'customer.renewalAt'; for a date in a touchpoint use absence with until:");
    return Optional.empty();
  }
}
