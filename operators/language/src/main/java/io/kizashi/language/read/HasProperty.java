package io.kizashi.language.read;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.TouchpointView;

/** Holds for a touchpoint that states a property. */
record HasProperty(String name) implements Condition {
  @Override
  public boolean test(Bindings bindings, Misses misses) {
    return bindings
        .find(Bindings.EVENT)
        .map(event -> ((TouchpointView) event).touchpoint().properties().containsKey(name))
        .orElse(false);
  }
}
