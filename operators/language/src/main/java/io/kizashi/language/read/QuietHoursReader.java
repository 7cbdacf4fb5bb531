package io.kizashi.language.read;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.QuietHours;
import io.kizashi.core.time.Durations;
import io.kizashi.language.typed.TypedTime;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/** Reads quiet hours, and finds actions that would not live through them. */
final class QuietHoursReader {
  private final Fields top;
  private final PolicyNames names;
  private final Problems problems;

  QuietHoursReader(Fields top, PolicyNames names, Problems problems) {
    this.top = top;
    this.names = names;
    this.problems = problems;
  }

  /** Reads them; {@code sound} tells whether something can be concluded from the actions. */
  Optional<QuietHours> read(YamlNode node, boolean sound) {
    return Fields.of(node, Keys.QUIET_HOURS, problems).flatMap(fields -> read(fields, sound));
  }

  private Optional<QuietHours> read(Fields fields, boolean sound) {
    Optional<LocalTime> from = time(fields, "from", "from: '21:00'");
    Optional<LocalTime> to = time(fields, "to", "to: '08:00'");
    Set<String> channels = names.channels(fields, "channels");
    fields.required("then", "then: hold, or drop");
    boolean hold = fields.choice("then", GuardReader.HOLD).orElse(false);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (from.equals(to)) {
      problems.error(
          fields.keyAt("to"),
          "out_of_bounds",
          "quiet hours that end when they begin are none, or never end",
          "leave them out, or give them an end");
      return Optional.empty();
    }
    QuietHours hours = new QuietHours(from.get(), to.get(), channels, hold);
    if (sound) {
      check(fields, hours);
    }
    return Optional.of(hours);
  }

  private void check(Fields fields, QuietHours hours) {
    if (!hours.channels().isEmpty() && !names.isUsedForCustomers(hours.channels())) {
      problems.error(
          fields.keyAt("channels"),
          "useless",
          "no action for customers uses a channel that is quiet here",
          "leave quiet-hours out, or name channels that actions use");
    }
    if (hours.hold()) {
      names.actions().stream()
          .filter(ActionRule::isForCustomer)
          .forEach(action -> check(action, hours));
    }
  }

  private Optional<LocalTime> time(Fields fields, String key, String hint) {
    fields.required(key, hint);
    return fields.scalar(key).flatMap(text -> time(text, hint));
  }

  private Optional<LocalTime> time(Scalar text, String hint) {
    try {
      if (text.text().matches("\\d{2}:\\d{2}")) {
        return Optional.of(LocalTime.parse(text.text()));
      }
    } catch (DateTimeException e) {
      // Told below, with what has not even the form of a time.
    }
    problems.error(
        text.at(),
        "time",
        "'" + text.text() + "' is no time of day",
        hint,
        TypedTime.ofDay(text.text()).flatMap(it -> Fix.whole(text, "'" + it + "'")));
    return Optional.empty();
  }

  /** Milliseconds that they last, where no clock is changed in them. */
  static long length(QuietHours hours) {
    long length = Duration.between(hours.from(), hours.to()).toMillis();
    return length > 0 ? length : length + Duration.ofDays(1).toMillis();
  }

  /**
   * What is due in the quiet hours is held, and lives on from their end. But what went out right
   * before them may not be delivered in them either, and so must live to see their end.
   */
  private void check(ActionRule action, QuietHours hours) {
    Optional<String> quiet =
        action.channels().stream().filter(hours.channels()::contains).findFirst();
    long length = length(hours);
    if (quiet.isPresent() && action.expires() <= length) {
      problems.error(
          expires(action.name()),
          "expires_in_quiet_hours",
          "'"
              + action.name()
              + "' on "
              + quiet.get()
              + " expires within the quiet hours: what is sent right before them dies before they"
              + " end, "
              + Durations.text(length)
              + " later",
          "let it live longer than "
              + Durations.text(length)
              + ", take "
              + quiet.get()
              + " out of its channels, or say then: drop");
    }
  }

  private Mark expires(String action) {
    return top.get("actions")
        .flatMap(actions -> ((Mapping) actions).get(action))
        .flatMap(rule -> ((Mapping) rule).get("expires"))
        .map(YamlNode::at)
        .orElse(top.at());
  }
}
