package io.kizashi.core.rulebook;

import io.kizashi.core.yaml.Mark;
import io.kizashi.core.yaml.Problems;
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
  private static final long MOST = 1_000_000;
  private static final List<String> SCOPES = List.of("kinds", "channel", "action");

  private final PolicyNames names;
  private final Map<String, MomentRule> moments = new HashMap<>();
  private final Problems problems;

  CapReader(PolicyNames names, List<MomentRule> moments, Problems problems) {
    this.names = names;
    moments.forEach(moment -> this.moments.put(moment.name(), moment));
    this.problems = problems;
  }

  /** An action on one of its channels: the least that a cap can tell apart. */
  private record Way(ActionRule action, String channel) {}

  /**
   * A cap.
   *
   * @param counts what it counts
   */
  private record Cap(Mark at, Set<Way> counts, long limit, Reach reach) {
    String words() {
      return limit + " per " + reach.text();
    }

    /** The most that can be issued of what another cap counts, in one of its spans, under this. */
    long lets(Cap other) {
      return counts.containsAll(other.counts) ? limit * other.reach.covers(reach) : Long.MAX_VALUE;
    }

    boolean makesUseless(Cap other) {
      return lets(other) <= other.limit;
    }
  }

  /**
   * Reads all caps.
   *
   * @param sound whether actions and moments were read without an error, so that something can be
   *     concluded from them
   */
  void check(Fields policies, boolean sound) {
    List<Cap> caps = new ArrayList<>();
    policies
        .mappings("caps", Keys.CAP, "caps: [ { limit: 1, per: day, channel: line } ]")
        .forEach(fields -> cap(fields).ifPresent(caps::add));
    if (sound) {
      caps.forEach(this::checkCounts);
      caps.removeIf(cap -> cap.counts().isEmpty());
      for (int i = 0; i < caps.size(); i++) {
        checkBinds(caps, i);
      }
    }
  }

  private Optional<Cap> cap(Fields fields) {
    fields.required("limit", "how many at most: limit: 3");
    OptionalLong limit = fields.whole("limit", 1, MOST);
    Optional<Reach> reach = Reach.read(fields, problems);
    Optional<Set<Way>> counts = counts(fields);
    if (limit.isEmpty() || reach.isEmpty() || counts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Cap(fields.at(), counts.get(), limit.getAsLong(), reach.get()));
  }

  /** What a cap counts; empty with a problem noted where that can't be told. */
  private Optional<Set<Way>> counts(Fields fields) {
    List<String> said = SCOPES.stream().filter(key -> fields.get(key).isPresent()).toList();
    if (said.size() != 1) {
      problems.error(
          fields.at(),
          "cap",
          said.isEmpty()
              ? "this says not what the cap counts"
              : "a cap counts by one of " + String.join(", ", said) + " only",
          "one of channel: line, action: NAME, kinds: [sell, ask]");
      return Optional.empty();
    }
    return switch (said.get(0)) {
      case "kinds" -> {
        Set<ActionKind> kinds = names.kinds(fields, "kinds");
        yield kinds.isEmpty()
            ? Optional.empty()
            : Optional.of(ways(way -> kinds.contains(way.action().kind())));
      }
      case "channel" ->
          fields
              .scalar("channel")
              .flatMap(names::channel)
              .map(channel -> ways(way -> way.channel().equals(channel)));
      default ->
          fields
              .scalar("action")
              .flatMap(names::action)
              .map(action -> ways(way -> way.action().name().equals(action)));
    };
  }

  private Set<Way> ways(java.util.function.Predicate<Way> counted) {
    Set<Way> ways = new HashSet<>();
    for (ActionRule action : names.actions()) {
      action.channels().stream()
          .map(channel -> new Way(action, channel))
          .filter(counted)
          .forEach(ways::add);
    }
    return ways;
  }

  private void checkCounts(Cap cap) {
    if (cap.counts().isEmpty()) {
      problems.error(
          cap.at(),
          "useless",
          "this cap never binds: there is no action that it counts",
          "leave it out, or name what the actions of this rulebook use");
    }
  }

  /** Of two caps that make each other useless the earlier one stays. */
  private void checkBinds(List<Cap> caps, int number) {
    Cap cap = caps.get(number);
    for (int i = 0; i < caps.size(); i++) {
      Cap other = caps.get(i);
      boolean useless =
          i != number && other.makesUseless(cap) && (i < number || !cap.makesUseless(other));
      if (useless) {
        problems.error(
            cap.at(),
            "useless",
            "this cap never binds: under the one of "
                + other.words()
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
  private void checkReached(Cap cap) {
    Set<String> answered = new TreeSet<>();
    cap.counts().forEach(way -> answered.addAll(way.action().answers()));
    long most = 0;
    for (String name : answered) {
      MomentRule rule = moments.get(name);
      if (rule == null || rule.oncePer() == 0) {
        return;
      }
      most += Reach.ceil(cap.reach().longest() + rule.openFor(), rule.oncePer());
    }
    if (most <= cap.limit()) {
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
