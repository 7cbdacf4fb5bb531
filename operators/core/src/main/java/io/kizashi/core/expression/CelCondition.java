package io.kizashi.core.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Set;

/** A condition written in CEL. */
final class CelCondition implements Condition {
  private final CelRuntime.Program program;
  private final Set<PropertyPath> required;
  private final boolean onlyEvent;

  /**
   * Wraps a program.
   *
   * @param required properties without which it can't be true
   * @param onlyEvent whether it reads no captured touchpoint
   */
  CelCondition(CelRuntime.Program program, Set<PropertyPath> required, boolean onlyEvent) {
    this.program = program;
    this.required = Set.copyOf(required);
    this.onlyEvent = onlyEvent;
  }

  @Override
  public boolean readsOnlyEvent() {
    return onlyEvent;
  }

  @Override
  public boolean test(Bindings bindings, Misses misses) {
    // An evaluation that fails costs far more than one that succeeds: look before.
    for (PropertyPath path : required) {
      if (!bindings.hasProperty(path.variable(), path.property())) {
        misses.add();
        return false;
      }
    }
    try {
      return Boolean.TRUE.equals(program.eval(bindings));
    } catch (CelEvaluationException e) {
      misses.add();
      return false;
    }
  }
}
