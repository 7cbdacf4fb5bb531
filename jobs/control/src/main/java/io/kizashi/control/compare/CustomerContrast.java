package io.kizashi.control.compare;

import io.kizashi.schema.CustomerKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what two sides made of one customer. Pure. */
final class CustomerContrast {
  private final Side a;
  private final Side b;

  CustomerContrast(Side a, Side b) {
    this.a = a;
    this.b = b;
  }

  /** Every difference, moments first. */
  List<Difference> of(CustomerKey customer, CustomerOutcomes inA, CustomerOutcomes inB) {
    DifferenceReasons reasons =
        new DifferenceReasons(
            new DifferenceReasons.View(a, inA), new DifferenceReasons.View(b, inB));
    List<Difference> all = new ArrayList<>();
    for (var pair : Pair.match(inA.moments(), inB.moments(), MomentOutcome::key)) {
      List<String> changed = changed(pair);
      if (differs(pair, changed)) {
        String rule = pair.a().or(pair::b).orElseThrow().name();
        String why = reasons.ofMoment(pair, changed);
        all.add(new Difference(customer, rule, pair.a(), pair.b(), changed, why));
      }
    }
    for (var pair : Pair.match(inA.actions(), inB.actions(), ActionOutcome::momentKey)) {
      List<String> changed = changed(pair);
      if (differs(pair, changed)) {
        String rule = pair.a().or(pair::b).orElseThrow().rule();
        String why = reasons.ofAction(pair, changed);
        all.add(new Difference(customer, rule, pair.a(), pair.b(), changed, why));
      }
    }
    return all;
  }

  private static List<String> changed(Pair<? extends Outcome> pair) {
    Optional<? extends Outcome> b = pair.b();
    return pair.a().isPresent() && b.isPresent()
        ? Difference.changes(pair.a().get(), b.get())
        : List.of();
  }

  private static boolean differs(Pair<?> pair, List<String> changed) {
    return pair.a().isEmpty() || pair.b().isEmpty() || !changed.isEmpty();
  }
}
