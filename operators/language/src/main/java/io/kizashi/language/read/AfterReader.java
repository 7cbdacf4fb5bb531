package io.kizashi.language.read;

import io.kizashi.core.rules.Guard;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.RefusalPolicy;
import io.kizashi.core.rules.RefusalPolicy.Same;
import io.kizashi.core.rules.Trial;
import io.kizashi.core.time.Durations;
import io.kizashi.language.library.Library;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a guard follows for some time: an outcome, or a moment. */
final class AfterReader {
  private static final long MINUTE = 60_000L;
  private static final long YEAR = 366 * 86_400_000L;

  private static final Map<String, String> OUTCOMES =
      Stream.of(
              "delivered",
              "opened",
              "clicked",
              "accepted",
              "declined",
              "dismissed",
              "helpful",
              "unhelpful",
              "failed",
              "unfollowed")
          .collect(Collectors.toMap(Function.identity(), Function.identity()));
  private static final Map<String, Same> SAME = Map.of("action", Same.ACTION, "kind", Same.KIND);

  private final MomentNames moments;
  private final Problems problems;

  AfterReader(MomentNames moments, Problems problems) {
    this.moments = moments;
    this.problems = problems;
  }

  /** The one of both that a guard says; neither where it has no {@code after}, or a wrong one. */
  record Written(Optional<Guard> guard, Optional<RefusalPolicy> refusal) {
    static final Written NOTHING = new Written(Optional.empty(), Optional.empty());
  }

  Written read(Fields guard, Set<ActionKind> kinds) {
    OptionalLong span = guard.duration("for", MINUTE, YEAR);
    Optional<Fields> after =
        guard.get("after").flatMap(node -> Fields.of(node, Keys.AFTER, problems));
    if (after.isEmpty()) {
      return Written.NOTHING;
    }
    guard.required("for", "how long? for: 90d");
    if (after.get().get("moment").isPresent()) {
      return moment(after.get(), kinds, span)
          .map(it -> new Written(Optional.of(it), Optional.empty()))
          .orElse(Written.NOTHING);
    }
    after.get().required("outcome", "outcome: declined");
    Optional<String> outcome = after.get().choice("outcome", OUTCOMES);
    Optional<Same> same = after.get().choice("same", SAME);
    return outcome
        .map(what -> refusal(kinds, what, same, span.orElse(MINUTE)))
        .map(it -> new Written(Optional.empty(), Optional.of(it)))
        .orElse(Written.NOTHING);
  }

  private static RefusalPolicy refusal(
      Set<ActionKind> kinds, String outcome, Optional<Same> same, long span) {
    String shared = same.map(Same::name).orElse("");
    return new RefusalPolicy(
        kinds, outcome, same, span, Sha256.id(outcome, shared, Long.toString(span)));
  }

  // ---- after a moment ----

  private Optional<Guard> moment(Fields after, Set<ActionKind> kinds, OptionalLong span) {
    for (String other : List.of("outcome", "same")) {
      if (after.get(other).isPresent()) {
        problems.error(
            after.keyAt(other),
            "useless",
            "'" + other + "' means nothing beside moment:",
            "make a guard of each");
      }
    }
    return after
        .scalar("moment")
        .flatMap(
            name ->
                named(name)
                    .filter(rule -> isKnownLongEnough(name, rule, span))
                    .map(rule -> Guard.after(kinds, rule, span.orElse(MINUTE))));
  }

  private Optional<MomentRule> named(Scalar name) {
    Optional<MomentRule> named = moments.rule(name.text());
    if (named.isEmpty() && !moments.mayBe(name.text())) {
      problems.error(
          name.at(),
          "unknown_name",
          "there is no moment '" + name.text() + "'",
          problems.areEnough() ? "" : hint(name.text()),
          moments.meant(name.text()).flatMap(it -> Fix.at(name.at(), name.text(), it)));
    } else if (named.filter(rule -> !rule.trial().equals(Trial.NONE)).isPresent()) {
      problems.error(
          name.at(),
          "useless",
          "'" + name.text() + "' runs in shadow or in part, but guards hold for everybody",
          "take shadow: and rollout: from the moment, or leave this guard out");
    } else if (named.stream().flatMap(rule -> rule.pattern().follows()).findAny().isPresent()) {
      problems.error(
          name.at(),
          "not_yet",
          "a guard can't go by a moment that follows another moment yet",
          "name the moment that '" + name.text() + "' follows");
    }
    return named;
  }

  private String hint(String name) {
    String file = "library/" + name;
    return Library.names().contains(file)
        ? "the library has one, include: [ " + file + " ]"
        : Nearest.hint(name, moments.all());
  }

  /** What the history no longer shows is known of moments that are open. */
  private boolean isKnownLongEnough(Scalar name, MomentRule rule, OptionalLong span) {
    boolean known = span.orElse(0) <= rule.openFor();
    if (!known) {
      problems.error(
          name.at(),
          "window_beyond_history",
          "this guard holds for "
              + Durations.text(span.orElse(0))
              + ", but '"
              + rule.name()
              + "' is remembered for "
              + Durations.text(rule.openFor()),
          "raise its open-for, or let the guard hold shorter");
    }
    return known;
  }
}
