package io.kizashi.language.read;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.rules.EmotionInputs;
import io.kizashi.core.rules.Guard;
import io.kizashi.core.rules.Interests;
import io.kizashi.core.rules.RefusalPolicy;
import io.kizashi.core.rules.Rules.Settings;
import io.kizashi.core.rules.Rules.Vocabulary;
import io.kizashi.core.time.Durations;
import io.kizashi.language.expression.ExpressionCompiler;
import io.kizashi.language.expression.Scope;
import io.kizashi.language.yaml.Problems;
import io.kizashi.schema.ActionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what keeps actions back: while something holds, or for some time after an outcome. */
final class GuardReader {
  private static final long MINUTE = 60_000L;
  private static final long YEAR = 366 * 86_400_000L;

  /** What becomes of what is kept back. */
  static final Map<String, Boolean> HOLD = Map.of("hold", true, "drop", false);

  private final Vocabulary vocabulary;
  private final ExpressionCompiler expressions;
  private final Settings settings;
  private final EmotionInputs felt;
  private final MomentNames moments;
  private final AfterReader after;
  private final Problems problems;

  GuardReader(
      Vocabulary vocabulary,
      ExpressionCompiler expressions,
      Settings settings,
      EmotionInputs felt,
      MomentNames moments,
      Problems problems) {
    this.vocabulary = vocabulary;
    this.expressions = expressions;
    this.settings = settings;
    this.felt = felt;
    this.moments = moments;
    this.after = new AfterReader(moments, problems);
    this.problems = problems;
  }

  /**
   * What is written under {@code guards}.
   *
   * @param lasting keep back while something holds, or after a moment
   * @param refusals keep back after an outcome
   */
  record Written(List<Guard> lasting, List<RefusalPolicy> refusals) {}

  /** Reads all guards; {@code sound} tells whether something can be concluded from the actions. */
  Written guards(Fields policies, PolicyNames names, boolean sound) {
    List<Guard> lasting = new ArrayList<>();
    List<RefusalPolicy> refusals = new ArrayList<>();
    for (Fields fields :
        policies.mappings("guards", Keys.GUARD, "guards: [ { suppress: [sell], when: '…' } ]")) {
      Set<ActionKind> kinds = names.kinds(fields, "suppress");
      checkForm(fields);
      boolean hold = hold(fields);
      lasting(fields, kinds, hold).ifPresent(lasting::add);
      AfterReader.Written after = this.after.read(fields, kinds, hold);
      after.guard().ifPresent(lasting::add);
      after.refusal().ifPresent(refusals::add);
      if (sound) {
        checkUsed(fields, kinds, names);
      }
    }
    return new Written(lasting, refusals);
  }

  /**
   * Of two moments of one instant, one may follow the other: which of them waits is not settled.
   */
  private boolean hold(Fields guard) {
    boolean hold = guard.choice("then", HOLD).orElse(false);
    if (hold && moments.follow()) {
      problems.error(
          guard.keyAt("then"),
          "not_yet",
          "a guard can't hold yet where moments follow others",
          "leave it out: what the guard keeps back is then dropped");
    }
    return hold;
  }

  private void checkForm(Fields guard) {
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

  private void checkUsed(Fields guard, Set<ActionKind> kinds, PolicyNames names) {
    boolean used = names.actions().stream().anyMatch(action -> kinds.contains(action.kind()));
    if (!kinds.isEmpty() && !used) {
      problems.error(
          guard.keyAt("suppress"),
          "useless",
          "this guard keeps nothing back: no action is of such a kind",
          "leave it out, or name kinds that actions have");
    }
  }

  // ---- while something holds ----

  private Optional<Guard> lasting(Fields guard, Set<ActionKind> kinds, boolean hold) {
    Optional<Condition> when =
        guard
            .scalar("when")
            .flatMap(text -> expressions.condition(text, Scope.end(Set.of()), problems));
    OptionalLong linger = guard.duration("linger", MINUTE, YEAR);
    checkRetained(guard, linger);
    return when.map(holds -> Guard.during(kinds, holds, linger.orElse(0), hold, definition(holds)));
  }

  private String definition(Condition when) {
    Interests interests = new Interests(vocabulary.signals());
    vocabulary.segments().forEach(interests::addSegment);
    String meaning = new Definitions(vocabulary, settings).of(when.text(), when.reads());
    return felt.joined(meaning, interests.of(when.reads()));
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
}
