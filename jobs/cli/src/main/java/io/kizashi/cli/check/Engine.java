package io.kizashi.cli.check;

import io.kizashi.core.Decider;
import io.kizashi.core.Verdict;
import io.kizashi.core.rulebook.Compilation;
import io.kizashi.core.rulebook.RulebookCompiler;
import io.kizashi.core.rulebook.Rules;
import io.kizashi.core.yaml.Problem;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The engine's core, told a story as its shell would: through the bytes of its state. */
final class Engine {
  private final Rules rules;
  private final Map<String, Moment> standing = new TreeMap<>();
  private final List<Recommendation> recommendations = new ArrayList<>();
  private CustomerState state = CustomerState.EMPTY;
  private long proven = Long.MIN_VALUE;

  Engine(Rules rules) {
    this.rules = rules;
  }

  /** A rulebook, compiled as the engine does. */
  static Rules compile(String rulebook) throws Refusal {
    Compilation compilation =
        RulebookCompiler.compile(new RulebookDocument("random.yaml", 1, rulebook));
    if (compilation instanceof Compilation.Compiled compiled) {
      return compiled.rules();
    }
    throw new Refusal(
        compilation.problems().stream().map(Problem::render).collect(Collectors.joining("\n")));
  }

  /** The compiler refuses what the language allows. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message);
    }
  }

  Verdict.Fate arrives(Touchpoint touchpoint) {
    Verdict verdict = Decider.decide(state, touchpoint, rules, proven);
    act(verdict);
    return verdict.fate();
  }

  /** Time is proven; timers fire in order. */
  void proven(long time) {
    proven = Math.max(proven, time);
    while (state.clock().wakeUp() <= proven && state.clock().wakeUp() != Clock.NEVER) {
      act(Decider.wakeUp(state, rules, state.clock().wakeUp()));
    }
  }

  private void act(Verdict verdict) {
    state = CustomerState.decode(verdict.state().encode());
    for (Moment moment : verdict.moments()) {
      if (moment.status() == Moment.Status.DETECTED) {
        standing.put(moment.id(), moment);
      } else {
        standing.remove(moment.id());
      }
    }
    recommendations.addAll(verdict.recommendations());
  }

  /** The moments detected and not retracted. */
  List<Shown> standing() {
    return standing.values().stream().map(Shown::of).sorted().toList();
  }

  /** Everything that was recommended or taken back, in order. */
  List<String> recommendations() {
    return recommendations.stream()
        .map(r -> r.status().wire() + " " + Shown.decision(r.decidedAt(), r.moment().id()))
        .toList();
  }
}
