package io.kizashi.language.read;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.QuietHours;
import io.kizashi.core.rules.QuietHours.Days;
import io.kizashi.core.time.Durations;
import io.kizashi.language.typed.TypedTime;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads quiet hours, and finds actions that would not live through them. */
final class QuietHoursReader {
  private static final String HOLIDAYS = "holidays";
  private static final Optional<LocalTime> MIDNIGHT = Optional.of(LocalTime.MIDNIGHT);
  private static final String HINT =
      "quiet-hours: [ { from: '21:00', to: '08:00', channels: [line], then: hold } ]";

  private final Fields top;
  private final Set<LocalDate> holidays;
  private final PolicyNames names;
  private final Problems problems;

  /**
   * A reader.
   *
   * @param holidays the rulebook's
   */
  QuietHoursReader(Fields top, Set<LocalDate> holidays, PolicyNames names, Problems problems) {
    this.top = top;
    this.holidays = holidays;
    this.names = names;
    this.problems = problems;
  }

  /** Reads one or several; {@code sound} tells whether the actions tell something. */
  List<QuietHours> read(Fields policies, boolean sound) {
    Optional<YamlNode> node = policies.get("quiet-hours");
    List<Fields> written =
        node.filter(Sequence.class::isInstance).isPresent()
            ? policies.mappings("quiet-hours", Keys.QUIET_HOURS, HINT)
            : node.flatMap(it -> Fields.of(it, Keys.QUIET_HOURS, problems)).stream().toList();
    List<QuietHours> all = new ArrayList<>();
    for (Fields fields : written) {
      Optional<QuietHours> hours = read(fields);
      hours.ifPresent(all::add);
      if (sound) {
        hours.ifPresent(it -> checkUsed(fields, it));
      }
    }
    if (sound && all.size() == written.size() && !all.isEmpty()) {
      checkOpen(policies, all);
    }
    return all;
  }

  private Optional<QuietHours> read(Fields fields) {
    boolean whole = fields.get("days").isPresent() && !hasTimes(fields);
    Optional<LocalTime> from = whole ? MIDNIGHT : time(fields, "from", "from: '21:00'");
    Optional<LocalTime> to = whole ? MIDNIGHT : time(fields, "to", "to: '08:00'");
    Days days = days(fields);
    Set<String> channels = names.channels(fields, "channels");
    fields.required("then", "then: hold, or drop");
    boolean hold = fields.choice("then", GuardReader.HOLD).orElse(false);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (!whole && from.equals(to)) {
      problems.error(
          fields.keyAt("to"),
          "out_of_bounds",
          "quiet hours that end when they begin are none, or never end",
          "leave them out, or give them an end");
      return Optional.empty();
    }
    return Optional.of(new QuietHours(from.get(), to.get(), days, channels, hold));
  }

  private static boolean hasTimes(Fields fields) {
    return fields.get("from").isPresent() || fields.get("to").isPresent();
  }

  /** The days on which they begin; every day where none are named. */
  private Days days(Fields fields) {
    if (fields.get("days").isEmpty()) {
      return Days.ALL;
    }
    List<Scalar> written = fields.list("days", "days: [sat, sun, holidays]");
    List<Scalar> off = written.stream().filter(it -> it.text().equals(HOLIDAYS)).toList();
    List<Scalar> weekdays = written.stream().filter(it -> !it.text().equals(HOLIDAYS)).toList();
    if (!off.isEmpty() && holidays.isEmpty()) {
      problems.error(
          off.get(0).at(),
          "useless",
          "the calendar has no holidays",
          "calendar: { holidays: [2026-01-01] }, or take holidays out");
    }
    return new Days(WeekdayReader.read(weekdays, problems), off.isEmpty() ? Set.of() : holidays);
  }

  private void checkUsed(Fields fields, QuietHours hours) {
    if (!hours.channels().isEmpty() && !names.isUsedForCustomers(hours.channels())) {
      problems.error(
          fields.keyAt("channels"),
          "useless",
          "no action for customers uses a channel that is quiet here",
          "leave quiet-hours out, or name channels that actions use");
    }
  }

  /** Something must get through sometime, and live until then. */
  private void checkOpen(Fields policies, List<QuietHours> all) {
    Set<String> channels = new TreeSet<>();
    all.forEach(hours -> channels.addAll(hours.channels()));
    for (String channel : channels) {
      QuietSpans spans = QuietSpans.on(channel, all);
      if (spans.longest().isEmpty()) {
        problems.error(
            policies.keyAt("quiet-hours"),
            "never_open",
            "nothing could be sent on " + channel + " for more than 31 days",
            "leave an hour open for it, or take it out of one of them");
        return;
      }
    }
    for (ActionRule action : names.actions()) {
      if (action.isForCustomer()) {
        check(action, all);
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
    problems.error(
        text.at(),
        "time",
        "'" + text.text() + "' is no time of day",
        hint,
        TypedTime.ofDay(text.text()).flatMap(it -> Fix.whole(text, "'" + it + "'")));
    return Optional.empty();
  }

  /** Milliseconds for which they hold something back at most, where no clock is changed. */
  static long longest(List<QuietHours> all) {
    return all.stream()
        .filter(QuietHours::hold)
        .flatMap(hours -> hours.channels().stream())
        .distinct()
        .mapToLong(channel -> QuietSpans.on(channel, all).longest().orElse(0))
        .max()
        .orElse(0);
  }

  /**
   * What is due in the quiet hours is held, and lives on from their end. But what went out right
   * before them may not be delivered in them either, and so must live to see their end.
   */
  private void check(ActionRule action, List<QuietHours> all) {
    for (String channel : action.channels()) {
      boolean held = all.stream().anyMatch(it -> it.hold() && it.channels().contains(channel));
      if (held && check(action, channel, QuietSpans.on(channel, all).longest().orElse(0))) {
        return;
      }
    }
  }

  private boolean check(ActionRule action, String channel, long length) {
    boolean dies = action.expires() <= length;
    if (dies) {
      problems.error(
          expires(action.name()),
          "expires_in_quiet_hours",
          "'"
              + action.name()
              + "' on "
              + channel
              + " expires within the quiet hours: what is sent right before them dies before they"
              + " end, "
              + Durations.text(length)
              + " later",
          "let it live longer than "
              + Durations.text(length)
              + ", take "
              + channel
              + " out of its channels, or say then: drop");
    }
    return dies;
  }

  private Mark expires(String action) {
    return top.get("actions")
        .flatMap(actions -> ((Mapping) actions).get(action))
        .flatMap(rule -> ((Mapping) rule).get("expires"))
        .map(YamlNode::at)
        .orElse(top.at());
  }
}
