package io.kizashi.oracle.moments;

import io.kizashi.core.decide.Decider;
import io.kizashi.core.decide.Verdict;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.inforce.Succession;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The engine's core, told a story as its shell would: through the bytes of its state. */
public final class CoreEngine implements CheckedEngine {
  private final InForce inForce;
  private final Map<String, ShownMoments> standing = new TreeMap<>();
  private final List<String> recommendations = new ArrayList<>();
  private final Map<Verdict.Fate, Long> fates = new EnumMap<>(Verdict.Fate.class);
  private CustomerState state = CustomerState.EMPTY;
  private long proven = Long.MIN_VALUE;

  public CoreEngine(Rules rules) {
    this.inForce = new InForce(Succession.of(rules), MomentCase.CUSTOMER.text(), List.of());
  }

  @Override
  public void arrives(Touchpoint touchpoint) {
    Verdict verdict = Decider.decide(state, touchpoint, inForce, proven);
    fates.merge(verdict.fate(), 1L, Long::sum);
    act(verdict);
  }

  @Override
  public void proven(long time) {
    proven = Math.max(proven, time);
    // Timers fire in order.
    while (state.clock().wakeUp() <= proven && state.clock().wakeUp() != Clock.NEVER) {
      act(Decider.wakeUp(state, inForce, state.clock().wakeUp()));
    }
  }

  private void act(Verdict verdict) {
    state = CustomerState.decode(verdict.state().encode());
    verdict.moments().forEach(moment -> stands(moment, ShownMoments.of(moment)));
    verdict
        .shadow()
        .moments()
        .forEach(moment -> stands(moment, ShownMoments.of(moment).inShadow()));
    for (Recommendation r : verdict.recommendations()) {
      recommendations.add(ShownMoments.decision(r.status().wire(), r.decidedAt(), r.moment().id()));
    }
  }

  private void stands(Moment moment, ShownMoments shown) {
    if (moment.status() == Moment.Status.DETECTED) {
      standing.put(moment.id(), shown);
    } else {
      standing.remove(moment.id());
    }
  }

  @Override
  public Counts counts() {
    return new Counts(
        fates.getOrDefault(Verdict.Fate.FOLDED, 0L),
        fates.getOrDefault(Verdict.Fate.DUPLICATE, 0L),
        fates.getOrDefault(Verdict.Fate.LATE, 0L));
  }

  @Override
  public List<ShownMoments> standing() {
    return standing.values().stream().sorted().toList();
  }

  @Override
  public List<String> recommendations() {
    return List.copyOf(recommendations);
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
