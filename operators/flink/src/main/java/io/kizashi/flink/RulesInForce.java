package io.kizashi.flink;

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
  /** Reigns that are remembered: as many as a succession keeps. */
  private static final int MOST = 17;

  private static final int BUCKETS = 100;

  private final List<Reign> reigns = new ArrayList<>();
  private final Map<String, Pause> pauses = new TreeMap<>();

  /** By the rules that a customer's bucket has gone through. */
  private final Map<List<RulebookRef>, Succession> successions = new HashMap<>();

  private List<Pause.Target> targets = List.of();

  RulesInForce(Reign first) {
    reigns.add(first);
  }

  /** The publication in force. */
  Reign current() {
    return reigns.get(reigns.size() - 1);
  }

  List<Reign> reigns() {
    return List.copyOf(reigns);
  }

  Iterable<Pause> pauses() {
    return pauses.values();
  }

  /** Whether the rules have never changed, so that all customers follow them. */
  boolean isFirst() {
    return reigns.size() == 1 && current().since() == Long.MIN_VALUE;
  }

  /** Puts a publication in force; the one of a lower version that was in force goes. */
  void adopt(Reign next) {
    reigns.add(next);
    if (reigns.size() > MOST) {
      reigns.remove(0);
    }
    successions.clear();
  }

  void hear(Pause pause) {
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
    boolean parted = reigns.stream().anyMatch(reign -> reign.base().isPresent());
    return parted ? succession(bucket(customer)) : succession(0);
  }

  private Succession succession(int bucket) {
    List<RulebookRef> path = new ArrayList<>(reigns.size());
    reigns.forEach(reign -> path.add(reign.rules(bucket).ref()));
    Succession known = successions.get(path);
    if (known == null) {
      known = Succession.of(reigns.get(0).rules(bucket), reigns.get(0).since());
      for (Reign reign : reigns.subList(1, reigns.size())) {
        known = known.then(reign.rules(bucket), reign.since());
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
