package io.kizashi.core.rulebook;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.ExpressionCompiler;
import io.kizashi.core.expression.Interest;
import io.kizashi.core.expression.Scope;
import io.kizashi.core.rulebook.Rules.Settings;
import io.kizashi.core.rulebook.Rules.Vocabulary;
import io.kizashi.core.yaml.Problems;
import io.kizashi.core.yaml.YamlNode.Mapping;
import io.kizashi.schema.ActionKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads guards, and checks all other policies: these are not run yet, and so refused. */
final class PolicyReader {
  private static final long MINUTE = 60_000L;
  private static final long YEAR = 366 * 86_400_000L;
  private static final long MOST_ISSUED = 999_999_999;

  private static final Map<String, String> OUTCOMES =
      words(
          "delivered",
          "opened",
          "clicked",
          "accepted",
          "declined",
          "dismissed",
          "helpful",
          "unhelpful",
          "failed",
          "unfollowed");
  private static final Map<String, String> SAME = words("action", "kind");
  private static final Map<String, String> NAMES = words("family", "given", "nickname");
  private static final Map<String, Boolean> TRUTHS = Map.of("true", true, "false", false);

  private final Fields top;
  private final Vocabulary vocabulary;
  private final Settings settings;
  private final ExpressionCompiler expressions;
  private final PolicyNames names;
  private final List<MomentRule> moments;
  private final boolean sound;
  private final Problems problems;

  PolicyReader(
      Fields top,
      Vocabulary vocabulary,
      ExpressionCompiler expressions,
      Settings settings,
      List<ActionRule> actions,
      List<MomentRule> moments,
      Problems problems) {
    this.top = top;
    this.vocabulary = vocabulary;
    this.settings = settings;
    this.expressions = expressions;
    this.moments = moments;
    this.sound = problems.ok();
    this.problems = problems;
    Set<String> written =
        top.get("actions")
            .filter(Mapping.class::isInstance)
            .map(node -> ((Mapping) node).entries().keySet())
            .orElse(Set.of());
    this.names = new PolicyNames(actions, written, problems);
  }

  private static Map<String, String> words(String... words) {
    return Stream.of(words).collect(Collectors.toMap(Function.identity(), Function.identity()));
  }

  /** What the rulebook says. */
  Policies policies(Felt felt) {
    return top.get("policies")
        .flatMap(node -> Fields.of(node, Keys.POLICIES, problems))
        .map(policies -> guards(policies, felt))
        .map(
            guards ->
                new Policies(
                    List.of(), guards, List.of(), List.of(), Optional.empty(), Set.of(), Map.of()))
        .orElse(Policies.NONE);
  }

  private List<Guard> guards(Fields policies, Felt felt) {
    List<Fields> written =
        policies.mappings("guards", Keys.GUARD, "guards: [ { suppress: [sell], when: '…' } ]");
    boolean others = policies.named().keySet().stream().anyMatch(key -> !key.equals("guards"));
    if (others || written.stream().anyMatch(guard -> guard.get("after").isPresent())) {
      problems.error(
          top.keyAt("policies"),
          "not_yet",
          "of policies only guards with when: are run yet; the rest is checked",
          "leave the rest out; this release would not hold to it");
    }
    tiers(policies);
    List<Guard> guards = written.stream().flatMap(guard -> guard(guard, felt).stream()).toList();
    new CapReader(names, moments, problems).check(policies, sound);
    policies
        .mappings("budgets", Keys.BUDGET, "budgets: [ { channel: line, limit: 9000, per: month } ]")
        .forEach(this::budget);
    policies
        .get("quiet-hours")
        .ifPresent(node -> new QuietHoursReader(top, names, problems).check(node, sound));
    of(policies, "consent", Keys.CONSENT).ifPresent(this::consent);
    of(policies, "holdout", Keys.HOLDOUT).ifPresent(this::holdout);
    of(policies, "exploration", Keys.EXPLORATION).ifPresent(it -> names.kinds(it, "kinds"));
    policies
        .get("address")
        .flatMap(node -> Fields.of(node, "address", problems))
        .ifPresent(this::addresses);
    return guards;
  }

  private Optional<Fields> of(Fields policies, String key, Keys keys) {
    return policies.get(key).flatMap(node -> Fields.of(node, keys, problems));
  }

  // ---- what comes first ----

  private void tiers(Fields policies) {
    if (policies.get("tiers").isEmpty()) {
      return;
    }
    Set<ActionKind> tiers = names.kinds(policies, "tiers");
    Set<ActionKind> homeless = EnumSet.noneOf(ActionKind.class);
    names.actions().forEach(action -> homeless.add(action.kind()));
    homeless.removeAll(tiers);
    if (sound && !tiers.isEmpty()) {
      homeless.forEach(
          kind ->
              problems.error(
                  policies.keyAt("tiers"),
                  "tier_missing",
                  "no tier says when '" + kind.wire() + "' comes, but there are such actions",
                  "name it where it belongs; the first tier goes before all others"));
    }
  }

  private Optional<Guard> guard(Fields guard, Felt felt) {
    Set<ActionKind> kinds = names.kinds(guard, "suppress");
    boolean when = guard.get("when").isPresent();
    if (when == guard.get("after").isPresent()) {
      problems.error(
          guard.at(),
          "guard",
          when ? "a guard has when: or after:, not both" : "this says not when the guard holds",
          "when: 'emotion.valence < -0.3', or after: { outcome: declined }");
    }
    beside(guard, "linger", "when");
    beside(guard, "for", "after");
    Optional<Condition> holds =
        guard
            .scalar("when")
            .flatMap(text -> expressions.condition(text, Scope.end(Set.of()), problems));
    OptionalLong linger = guard.duration("linger", MINUTE, YEAR);
    checkRetained(guard, linger);
    of(guard, "after", Keys.AFTER)
        .ifPresent(
            after -> {
              after.required("outcome", "outcome: declined");
              after.choice("outcome", OUTCOMES);
              after.choice("same", SAME);
              guard.required("for", "how long? for: 90d");
            });
    guard.duration("for", MINUTE, YEAR);
    boolean used = names.actions().stream().anyMatch(action -> kinds.contains(action.kind()));
    if (sound && !kinds.isEmpty() && !used) {
      problems.error(
          guard.keyAt("suppress"),
          "useless",
          "this guard keeps nothing back: no action is of such a kind",
          "leave it out, or name kinds that actions have");
    }
    return holds.map(condition -> guard(kinds, condition, linger.orElse(0), felt));
  }

  private Guard guard(Set<ActionKind> kinds, Condition when, long linger, Felt felt) {
    Interests interests = new Interests(vocabulary.signals());
    vocabulary.segments().forEach(interests::addSegment);
    String meaning = new Definitions(vocabulary, settings).of(when.text(), when.reads());
    Interest read = interests.of(when.reads());
    return new Guard(kinds, when, linger, felt.joined(meaning, read));
  }

  /** What a guard lingers on must be remembered. */
  private void checkRetained(Fields guard, OptionalLong linger) {
    if (linger.orElse(0) > settings.retention()) {
      problems.error(
          guard.get("linger").orElseThrow().at(),
          "window_beyond_history",
          "this guard lingers for "
              + Durations.text(linger.orElse(0))
              + ", but touchpoints are retained for "
              + Durations.text(settings.retention()),
          "raise history: { for: … }, or let it linger shorter");
    }
  }

  private void beside(Fields guard, String key, String other) {
    if (guard.get(key).isPresent() && guard.get(other).isEmpty()) {
      problems.error(
          guard.keyAt(key),
          "unknown_key",
          "'" + key + "' means nothing without " + other + ":",
          "");
    }
  }

  // ---- how much ----

  private void budget(Fields budget) {
    budget.required("channel", "channel: line");
    budget
        .scalar("channel")
        .flatMap(names::channel)
        .filter(channel -> sound && !names.isUsed(Set.of(channel)))
        .ifPresent(
            channel ->
                problems.error(
                    budget.keyAt("channel"),
                    "useless",
                    "this budget is never drawn on: no action uses '" + channel + "'",
                    "leave it out, or name a channel that actions use"));
    budget.required("limit", "how many in all: limit: 200000");
    budget.whole("limit", 1, MOST_ISSUED);
    Reach.read(budget, problems);
    of(budget, "keep", Keys.KEEP)
        .ifPresent(
            keep -> {
              share(keep);
              names.kinds(keep, "for");
            });
  }

  private void share(Fields fields) {
    fields.required("share", "a part of 1: share: 0.05");
    fields.number("share", 0, 1);
  }

  // ---- to whom ----

  private void consent(Fields consent) {
    if (consent.get("ad").isPresent()) {
      names.channels(consent, "ad");
    }
    consent.choice("analysis", TRUTHS);
  }

  private void holdout(Fields holdout) {
    share(holdout);
    names.kinds(holdout, "kinds");
  }

  private void addresses(Fields byLanguage) {
    byLanguage
        .named()
        .forEach(
            (language, node) -> {
              if (!language.matches("[a-z]{2,3}")) {
                problems.error(
                    byLanguage.keyAt(language),
                    "language",
                    "'" + language + "' is no language",
                    "ja, en, …");
              }
              Fields.of(node, Keys.ADDRESS, problems).ifPresent(this::address);
            });
  }

  private void address(Fields address) {
    address.required("name", "name: family");
    address.choice("name", NAMES);
    address.scalar("honorific");
    address.required("fallback", "for who has no such name: fallback: お客様");
    address.scalar("fallback");
  }
}
