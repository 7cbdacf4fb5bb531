package io.kizashi.language.rehearsal;

import io.kizashi.core.decide.Decider;
import io.kizashi.core.decide.Outputs;
import io.kizashi.core.decide.Verdict;
import io.kizashi.core.decide.Verdict.Fate;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.time.Times;
import io.kizashi.language.rehearsal.Happening.Answer;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Plan;
import io.kizashi.schema.Recommendation.Reasoning;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One new customer, told touchpoints as the engine's shell would tell them. */
final class Rehearsal {
  private final Rules rules;
  private final InForce inForce;
  private final Map<String, Moment> moments = new LinkedHashMap<>();
  private final Map<String, Recommendation> recommendations = new LinkedHashMap<>();
  private final List<String> late = new ArrayList<>();
  private final Set<Candidate> candidates = new LinkedHashSet<>();
  private CustomerState state = CustomerState.EMPTY;
  private long proven = Long.MIN_VALUE;

  Rehearsal(Rules rules) {
    this.rules = rules;
    this.inForce = InForce.always(rules);
  }

  /** A touchpoint proves, as in a replay, that time has come to just before it. */
  void arrives(Touchpoint touchpoint) {
    Verdict verdict = Decider.decide(state, touchpoint, inForce, proven);
    if (verdict.fate() == Fate.LATE) {
      late.add(touchpoint.id());
    }
    take(verdict);
    prove(touchpoint.time() - 1);
  }

  /** Time passes; what falls due up to its end is judged. */
  void lastsUntil(long time) {
    prove(Times.plus(time, rules.settings().disorder()));
  }

  private void prove(long time) {
    proven = Math.max(proven, time);
    while (state.clock().wakeUp() != Clock.NEVER && state.clock().wakeUp() <= proven) {
      take(Decider.wakeUp(state, inForce, state.clock().wakeUp()));
    }
  }

  private void take(Verdict verdict) {
    state = verdict.state();
    take(verdict.outputs());
    take(verdict.shadow());
    verdict.trace().withheld().forEach(it -> candidates.addAll(it.explanation().candidates()));
  }

  /** A test speaks of rules in shadow as of all others. */
  private void take(Outputs outputs) {
    for (Moment moment : outputs.moments()) {
      switch (moment.status()) {
        case DETECTED -> moments.put(moment.id(), moment);
        case RETRACTED -> moments.remove(moment.id());
      }
    }
    for (Recommendation recommendation : outputs.recommendations()) {
      recommendation
          .reasoning()
          .ifPresent(why -> candidates.addAll(why.explanation().candidates()));
      switch (recommendation.status()) {
        case ISSUED -> recommendations.put(recommendation.id(), recommendation);
        case RETRACTED -> recommendations.remove(recommendation.id());
      }
    }
  }

  /** All that stand, in the order of detection. */
  List<Happening> standing() {
    return moments.values().stream()
        .map(moment -> new Happening(moment.rule(), answer(moment), moment.detectedAt()))
        .sorted(Comparator.comparingLong(Happening::at).thenComparing(Happening::moment))
        .toList();
  }

  private Optional<Answer> answer(Moment moment) {
    return recommendations.values().stream()
        .filter(recommendation -> recommendation.moment().id().equals(moment.id()))
        .map(Rehearsal::answer)
        .findFirst();
  }

  private static Answer answer(Recommendation recommendation) {
    Plan plan = recommendation.plan();
    Map<String, String> words = recommendation.reasoning().map(Reasoning::content).orElse(Map.of());
    return new Answer(
        plan.action(), plan.channel(), plan.sendAt(), words, plan.ownership().assignee());
  }

  /** All that could have been chosen whenever something was decided, and what became of it. */
  Set<Candidate> candidates() {
    return candidates;
  }

  /** Ids of touchpoints that were dropped. */
  List<String> late() {
    return late;
  }
}
