package io.kizashi.flink.control;

import io.kizashi.core.inforce.InForce;
import io.kizashi.core.inforce.Succession;
import io.kizashi.schema.Pause;
import io.kizashi.schema.RulebookRef;
import io.kizashi.schema.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one task decides by: the rulebooks that followed each other, and what is paused. */
final class RulesInForce {
  /**
   * Activations that are kept: as many as a succession keeps. With fewer, a restore would lose
   * rules that customers are still judged by.
   */
  private static final int MOST = 17;

  private static final int BUCKETS = 100;

  private final List<Activation> activations = new ArrayList<>();
  private final Map<String, Pause> pauses = new TreeMap<>();

  /** By the rules that a customer's bucket has gone through. */
  private final Map<List<RulebookRef>, Succession> successions = new HashMap<>();

  private List<Pause.Target> targets = List.of();

  RulesInForce(Activation first) {
    activations.add(first);
  }

  /** The publication in force. */
  Activation current() {
    return activations.get(activations.size() - 1);
  }

  List<Activation> activations() {
    return List.copyOf(activations);
  }

  Iterable<Pause> pauses() {
    return pauses.values();
  }

  /** Whether the rules have never changed, so that all customers follow them. */
  boolean isFirst() {
    return activations.size() == 1 && current().since() == Activation.FROM_EVER;
  }

  /** Puts a publication in force; the one of a lower version that was in force goes. */
  void adopt(Activation next) {
    activations.add(next);
    if (activations.size() > MOST) {
      activations.remove(0);
    }
    successions.clear();
  }

  void set(Pause pause) {
    if (pause.paused()) {
      pauses.put(pause.target().key(), pause);
    } else {
      pauses.remove(pause.target().key());
    }
    targets = pauses.values().stream().map(Pause::target).toList();
  }

  /** What is in force for a customer. */
  InForce of(String customer) {
    return new InForce(succession(customer), customer, targets);
  }

  private Succession succession(String customer) {
    boolean isSplit = activations.stream().anyMatch(activation -> activation.base().isPresent());
    return isSplit ? succession(bucket(customer)) : succession(0);
  }

  private Succession succession(int bucket) {
    List<RulebookRef> path = new ArrayList<>(activations.size());
    activations.forEach(activation -> path.add(activation.rules(bucket).ref()));
    Succession known = successions.get(path);
    if (known == null) {
      known = Succession.of(activations.get(0).rules(bucket), activations.get(0).since());
      for (Activation activation : activations.subList(1, activations.size())) {
        known = known.then(activation.rules(bucket), activation.since());
      }
      successions.put(path, known);
    }
    return known;
  }

  /** A customer's place in the population: the same for all versions of a rulebook. */
  private int bucket(String customer) {
    String of = current().publication().name() + "\n" + customer;
    return (int) Long.remainderUnsigned(Sha256.prefix(of), BUCKETS);
  }
}
