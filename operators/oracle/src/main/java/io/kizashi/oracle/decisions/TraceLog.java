package io.kizashi.oracle.decisions;

import io.kizashi.core.decide.Verdict;
import io.kizashi.core.reason.Withheld;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Explanation;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the engine's verdicts say of decisions, and of the candidates that were weighed. */
final class TraceLog {
  private final List<DecisionTrace> traces = new ArrayList<>();

  /** The candidates of each decision, by its id. */
  private final Map<String, List<Candidate>> weighed = new HashMap<>();

  /** Takes note of a verdict, which was judged by a state. */
  void judged(CustomerState before, Verdict verdict) {
    Map<String, Decision> known = new HashMap<>();
    before.decisions().forEach(it -> known.put(it.recommendation().id(), it));
    for (Decision decision : verdict.state().decisions()) {
      Recommendation r = decision.recommendation();
      Decision then = known.get(r.id());
      if (then == null) {
        decided(explained(r, verdict), decision.guarded());
      } else if (then.held() && !decision.held()) {
        boolean sent = decision.fate() == Decision.Fate.STANDING;
        String reason = sent ? "" : reason(r, verdict);
        traces.add(DecisionTrace.released(r.decidedAt(), r.trigger(), reason, r.plan().sendAt()));
      }
    }
    for (Withheld nothing : verdict.trace().withheld()) {
      if (!known.containsKey(TakenAction.id(nothing.trigger(), nothing.decidedAt()))) {
        decided(
            nothing.decidedAt(), nothing.trigger(), DecisionTrace.NOTHING, nothing.explanation());
      }
    }
  }

  private void decided(long time, String trigger, String what, Explanation why) {
    traces.add(DecisionTrace.decided(time, trigger, what, why));
    weighed.put(TakenAction.id(trigger, time), why.candidates());
  }

  /** Why it was withdrawn. */
  private static String reason(Recommendation held, Verdict verdict) {
    return verdict.trace().withheld().stream()
        .filter(it -> TakenAction.id(it.trigger(), it.decidedAt()).equals(held.id()))
        .map(Withheld::reason)
        .findFirst()
        .orElse("for no reason");
  }

  private static Recommendation explained(Recommendation decided, Verdict verdict) {
    return verdict.recommendations().stream()
        .filter(it -> it.id().equals(decided.id()))
        .findFirst()
        .orElse(decided);
  }

  private void decided(Recommendation r, boolean guarded) {
    // What is taken back in the same breath never said why.
    r.reasoning()
        .ifPresent(
            why -> {
              Map<String, String> content = why.content();
              String variant = why.variant().map(name -> name + ": ").orElse("");
              String words =
                  variant + content.getOrDefault("text", content.getOrDefault("body", ""));
              String plan =
                  DecisionTrace.plan(
                      r.plan(), guarded, r.moment().id(), why.score().total(), words);
              decided(r.decidedAt(), r.trigger(), plan, why.explanation());
            });
  }

  /** What lost on a touchpoint. */
  List<Candidate> losers(Touchpoint cause) {
    return weighed.getOrDefault(TakenAction.id(cause.id(), cause.time()), List.of()).stream()
        .filter(candidate -> !candidate.reason().equals(DecisionTrace.CHOSEN))
        .toList();
  }

  /** What was decided, in order of its causes. */
  List<DecisionTrace> traces() {
    return traces.stream().sorted().toList();
  }
}
