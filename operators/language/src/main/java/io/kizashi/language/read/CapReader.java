package io.kizashi.language.read;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Cap;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Reach;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.schema.ActionKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Reads caps, and finds those that never bind. */
final class CapReader {
  private static final List<String> SCOPES = List.of("kinds", "channel", "action");

  /** Without it messages to the customer are counted. */
  private static final Map<String, Boolean> RECIPIENTS = Map.of("staff", true);

  private final PolicyNames names;
  private final Map<String, MomentRule> moments = new HashMap<>();
  private final long held;
  private final Problems problems;

  /**
   * A reader of caps.
   *
   * @param held milliseconds for which quiet hours hold back at most; 0 where they do not
   */
  CapReader(PolicyNames names, List<MomentRule> moments, long held, Problems problems) {
    this.names = names;
    moments.forEach(moment -> this.moments.put(moment.name(), moment));
    this.held = held;
    this.problems = problems;
  }

  /** An action on one of its channels: the least that a cap can tell apart. */
  private record Way(ActionRule action, String channel) {}

  /**
   * A cap where it is written.
   *
   * @param counts what it counts
   */
  private record Written(Mark at, Set<Way> counts, Cap cap) {
    /** The most that can be issued of what another cap counts, in one of its spans, under this. */
    long lets(Written other) {
      return counts.containsAll(other.counts)
          ? cap.limit() * other.cap.reach().covers(cap.reach())
          : Long.MAX_VALUE;
    }

    boolean makesUseless(Written other) {
      return lets(other) <= other.cap.limit();
    }
  }

  /**
   * Reads all caps.
   *
   * @param sound whether actions and moments were read without an error, so that something can be
   *     concluded from them
   */
  List<Cap> caps(Fields policies, boolean sound) {
    List<Written> caps = new ArrayList<>();
    policies
        .mappings("caps", Keys.CAP, "caps: [ { limit: 1, per: day, channel: line } ]")
        .forEach(fields -> cap(fields).ifPresent(caps::add));
    List<Cap> read = caps.stream().map(Written::cap).toList();
    if (sound) {
      caps.forEach(this::checkCounts);
      caps.removeIf(cap -> cap.counts().isEmpty());
      for (int i = 0; i < caps.size(); i++) {
        checkBinds(caps, i);
      }
    }
    return read;
  }

  private Optional<Written> cap(Fields fields) {
    fields.required("limit", "how many at most: limit: 3");
    OptionalLong limit = fields.whole("limit", 1, Cap.MOST);
    Optional<Reach> reach = ReachReader.read(fields, problems);
    boolean staff = fields.choice("to", RECIPIENTS).isPresent();
    List<String> said = SCOPES.stream().filter(key -> fields.get(key).isPresent()).toList();
    checkScopes(said, fields);
    Set<ActionKind> kinds =
        fields.get("kinds").isPresent() ? names.kinds(fields, "kinds") : Set.of();
    Optional<String> channel = fields.scalar("channel").flatMap(names::channel);
    Optional<String> action = fields.scalar("action").flatMap(names::action);
    boolean isRead =
        said.isEmpty() || !kinds.isEmpty() || channel.isPresent() || action.isPresent();
    if (limit.isEmpty() || reach.isEmpty() || !isRead) {
      return Optional.empty();
    }
    Cap cap = new Cap(staff, kinds, channel, action, (int) limit.getAsLong(), reach.get());
    return Optional.of(new Written(fields.at(), ways(cap), cap));
  }

  private void checkScopes(List<String> said, Fields fields) {
    if (said.size() > 1) {
      problems.error(
          fields.at(),
          "cap",
          "a cap counts by one of " + String.join(", ", said) + " only",
          "one of channel: line, action: NAME, kinds: [sell, ask]; or none of them, for all");
    }
  }

  private Set<Way> ways(Cap cap) {
    Set<Way> ways = new HashSet<>();
    for (ActionRule action : names.actions()) {
      action.channels().stream()
          .filter(channel -> cap.counts(action, channel))
          .map(channel -> new Way(action, channel))
          .forEach(ways::add);
    }
    return ways;
  }

  private void checkCounts(Written cap) {
    if (cap.counts().isEmpty()) {
      problems.error(
          cap.at(),
          "useless",
          "this cap never binds: there is no action for "
              + (cap.cap().staff() ? "staff" : "customers")
              + " that it counts",
          "leave it out, or name what the actions of this rulebook use; to: staff counts tasks for"
              + " staff, and without it only messages to customers count");
    }
  }

  /** Of two caps that make each other useless the earlier one stays. */
  private void checkBinds(List<Written> caps, int number) {
    Written cap = caps.get(number);
    for (int i = 0; i < caps.size(); i++) {
      Written other = caps.get(i);
      boolean useless =
          i != number && other.makesUseless(cap) && (i < number || !cap.makesUseless(other));
      if (useless) {
        problems.error(
            cap.at(),
            "useless",
            "this cap never binds: under the one of "
                + other.cap().words()
                + ", at "
                + other.at().place()
                + ", at most "
                + other.lets(cap)
                + " come about in its span",
            lower(other.lets(cap)));
        return;
      }
    }
    checkReached(cap);
  }

  private static String lower(long reached) {
    return reached > 1 ? "leave it out, or lower its limit below " + reached : "leave it out";
  }

  /**
   * A warning only: moments that were taken back after a message had gone out count too, and no
   * rule bounds their number.
   */
  private void checkReached(Written cap) {
    Set<String> answered = new TreeSet<>();
    cap.counts().forEach(way -> answered.addAll(way.action().answers()));
    long most = 0;
    for (String name : answered) {
      MomentRule rule = moments.get(name);
      if (rule == null || rule.oncePer() == 0) {
        return;
      }
      long span = cap.cap().reach().longest() + rule.openFor() + held;
      most += Reach.ceil(span, rule.oncePer());
    }
    if (most <= cap.cap().limit()) {
      problems.warning(
          cap.at(),
          "useless",
          "this cap hardly ever binds: once-per of "
              + String.join(", ", answered)
              + " lets no more than "
              + most
              + " come about in its span",
          lower(most));
    }
  }
}
