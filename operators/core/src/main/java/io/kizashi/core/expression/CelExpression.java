package io.kizashi.core.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Optional;
import java.util.Set;

/**
 * A compiled expression.
 *
 * @param required what it can't do without
 * @param reads what it reads beside the touchpoint at hand
 * @param types the touchpoint types that it can hold for; empty where it does not say
 */
record CelExpression(
    String text,
    CelRuntime.Program program,
    Set<PropertyPath> required,
    Reads reads,
    Optional<Set<String>> types) {
  Optional<Object> evaluate(Bindings bindings, Misses misses) {
    // An evaluation that fails costs far more than one that succeeds: look before.
    for (PropertyPath path : required) {
      if (!bindings.has(path)) {
        misses.add();
        return Optional.empty();
      }
    }
    try {
      return Optional.of(program.eval(bindings));
    } catch (CelEvaluationException e) {
      misses.add();
      return Optional.empty();
    }
  }

  /** This expression as a condition. */
  record Truth(CelExpression expression) implements Condition {
    @Override
    public boolean test(Bindings bindings, Misses misses) {
      return expression.evaluate(bindings, misses).filter(Boolean.TRUE::equals).isPresent();
    }

    @Override
    public Reads reads() {
      return expression.reads();
    }

    @Override
    public Optional<Set<String>> types() {
      return expression.types();
    }

    @Override
    public String text() {
      return expression.text();
    }
  }

  /** This expression as a value. */
  record Result(CelExpression expression, ValueKind kind) implements Value {
    @Override
    public Optional<Object> of(Bindings bindings, Misses misses) {
      Optional<Object> result = expression.evaluate(bindings, misses);
      Optional<Object> fitting = result.flatMap(kind::of);
      if (result.isPresent() && fitting.isEmpty()) {
        misses.add();
      }
      return fitting;
    }

    @Override
    public Reads reads() {
      return expression.reads();
    }

    @Override
    public String text() {
      return expression.text();
    }
  }
}
