package io.kizashi.core.decide;

import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.state.CustomerState;
import java.util.HashMap;
import java.util.Map;

/**
 * A customer in one verdict as each rulebook sees it: its history is put in order once for each.
 */
final class Worlds {
  private final Misses misses = new Misses();
  private final Map<Rules, World> byRules = new HashMap<>();

  /** Counts what expressions miss, of all worlds but the uncounted. */
  Misses misses() {
    return misses;
  }

  /** The customer's world as a state has it now. */
  World of(CustomerState state, Rules rules) {
    World world = seen(state, rules, misses);
    byRules.put(rules, world);
    return world;
  }

  /** The same, where what is missing is not counted. */
  World uncounted(CustomerState state, Rules rules) {
    return seen(state, rules, new Misses());
  }

  private World seen(CustomerState state, Rules rules, Misses counting) {
    World known = byRules.get(rules);
    return known == null ? World.of(state, rules, counting) : known.after(state, counting);
  }
}
