package io.kizashi.cli.check;

import io.kizashi.core.Decider;
import io.kizashi.core.Verdict;
import io.kizashi.core.rulebook.Rules;
import io.kizashi.core.succession.InForce;
import io.kizashi.core.succession.Succession;
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
final class Core implements Engine {
  private final InForce inForce;
  private final Map<String, Shown> standing = new TreeMap<>();
  private final List<String> recommendations = new ArrayList<>();
  private final Map<Verdict.Fate, Long> fates = new EnumMap<>(Verdict.Fate.class);
  private CustomerState state = CustomerState.EMPTY;
  private long proven = Long.MIN_VALUE;

  Core(Rules rules) {
    this.inForce = new InForce(Succession.of(rules), Case.CUSTOMER.text(), List.of());
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
    verdict.moments().forEach(moment -> stands(moment, Shown.of(moment)));
    verdict.shadow().moments().forEach(moment -> stands(moment, Shown.of(moment).inShadow()));
    for (Recommendation r : verdict.recommendations()) {
      recommendations.add(Shown.decision(r.status().wire(), r.decidedAt(), r.moment().id()));
    }
  }

  private void stands(Moment moment, Shown shown) {
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
  public List<Shown> standing() {
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
