package io.kizashi.core.rulebook;

import io.kizashi.core.yaml.Mark;
import io.kizashi.core.yaml.Problems;
import io.kizashi.core.yaml.YamlNode;
import io.kizashi.core.yaml.YamlNode.Mapping;
import io.kizashi.core.yaml.YamlNode.Scalar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
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
  void check(YamlNode node, boolean sound) {
    Optional<Fields> read = Fields.of(node, Keys.QUIET_HOURS, problems);
    if (read.isEmpty()) {
      return;
    }
    Fields fields = read.get();
    Optional<LocalTime> from = time(fields, "from", "from: '21:00'");
    Optional<LocalTime> to = time(fields, "to", "to: '08:00'");
    Set<String> channels = names.channels(fields, "channels");
    fields.required("then", "then: hold, or drop");
    boolean hold = fields.choice("then", Map.of("hold", true, "drop", false)).orElse(false);
    if (from.isPresent() && from.equals(to)) {
      problems.error(
          fields.keyAt("to"),
          "out_of_bounds",
          "quiet hours that end when they begin are none, or never end",
          "leave them out, or give them an end");
    } else if (from.isPresent() && to.isPresent() && sound) {
      checkUsed(fields, channels);
      if (hold) {
        names.actions().forEach(action -> check(action, channels, length(from.get(), to.get())));
      }
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
    problems.error(text.at(), "time", "'" + text.text() + "' is no time of day", hint);
    return Optional.empty();
  }

  private static long length(LocalTime from, LocalTime to) {
    long length = Duration.between(from, to).toMillis();
    return length > 0 ? length : length + Duration.ofDays(1).toMillis();
  }

  private void checkUsed(Fields fields, Set<String> channels) {
    if (!channels.isEmpty() && !names.isUsed(channels)) {
      problems.error(
          fields.keyAt("channels"),
          "useless",
          "no action uses a channel that is quiet here",
          "leave quiet-hours out, or name channels that actions use");
    }
  }

  /** A message that is held from the first quiet minute on must outlive the last one. */
  private void check(ActionRule action, Set<String> channels, long length) {
    Optional<String> quiet = action.channels().stream().filter(channels::contains).findFirst();
    if (quiet.isPresent() && action.expires() <= length) {
      problems.error(
          expires(action.name()),
          "expires_in_quiet_hours",
          "'"
              + action.name()
              + "' on "
              + quiet.get()
              + " expires within the quiet hours that hold it back: they last "
              + Durations.text(length),
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
