package io.kizashi.core.history;

import io.kizashi.core.rules.Cap;
import io.kizashi.core.rules.Mode;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation.Plan;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import io.kizashi.schema.state.DetectedMoment;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which decisions are kept where there are more than {@link Bounds#DECISIONS}. By age alone, what
 * is shown on a page all day would push out the mail that a cap counts, and the customer would get
 * one too many; or the answer to a moment that is open, which would be answered twice.
 */
final class DecisionBound {
  private final CustomerState state;
  private final Set<String> open;
  private final List<Cap> caps;
  private final long proven;

  private DecisionBound(CustomerState state, Rules rules, long proven) {
    this.state = state;
    this.caps = rules.policies().caps();
    this.proven = proven;
    long certain = Times.minus(proven, rules.settings().disorder());
    this.open =
        state.moments().stream()
            .map(DetectedMoment::moment)
            .filter(
                it ->
                    rules
                        .moment(it.rule())
                        .filter(rule -> Times.plus(it.detectedAt(), rule.openFor()) >= certain)
                        .isPresent())
            .map(Moment::id)
            .collect(Collectors.toSet());
  }

  /**
   * Those that stay: first of all what waits to be sent, then what answers a moment that is open or
   * what a cap counts, and of others the newest.
   *
   * @param state with the moments that stay
   */
  static List<Decision> of(CustomerState state, Rules rules, long proven) {
    List<Decision> all = state.decisions();
    int excess = all.size() - Bounds.DECISIONS;
    if (excess <= 0) {
      return all;
    }
    DecisionBound bound = new DecisionBound(state, rules, proven);
    Set<Decision> gone =
        all.stream()
            .sorted(
                Comparator.comparing((Decision it) -> it.held())
                    .thenComparing(it -> bound.answers(it) || bound.isCounted(it)))
            .limit(excess)
            .collect(Collectors.toSet());
    return all.stream().filter(decision -> !gone.contains(decision)).toList();
  }

  private boolean answers(Decision decision) {
    return decision.standing()
        && Mode.of(state, decision.recommendation().id()) == Mode.IN_EARNEST
        && open.contains(decision.recommendation().moment().id());
  }

  private boolean isCounted(Decision decision) {
    Plan plan = decision.recommendation().plan();
    return decision.counts()
        && caps.stream()
            .filter(cap -> cap.counts(plan))
            .anyMatch(cap -> Times.plus(plan.sendAt(), cap.reach().longest()) > proven);
  }
}
