package io.kizashi.language.expression;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Comparison;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.Reads;
import io.kizashi.core.expression.Unread;
import io.kizashi.core.expression.Value;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.language.closure.Closure;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A compiled expression.
 *
 * @param closure answers most of what the program would, at a tenth of the cost
 * @param required what it can't do without
 * @param equalities what must hold for it to be true
 * @param reads what it reads beside the touchpoint at hand
 * @param types the touchpoint types that it can hold for; empty where it does not say
 * @param plain whether types and equalities are all that it asks
 * @param comparisons with numbers, of what is known of the customer
 * @param only the comparison that it is, if it is nothing else: the interpreter costs ten times
 *     more
 */
record CelExpression(
    String text,
    CelRuntime.Program program,
    Optional<Closure> closure,
    Set<PropertyPath> required,
    List<Equality> equalities,
    Reads reads,
    Optional<Set<String>> types,
    boolean plain,
    List<Comparison> comparisons,
    Optional<Comparison> only) {
  Optional<Object> evaluate(Bindings bindings, Misses misses) {
    return isComplete(bindings, misses) ? run(bindings, misses) : Optional.empty();
  }

  /** An evaluation that fails costs far more than one that succeeds: look before. */
  private boolean isComplete(Bindings bindings, Misses misses) {
    for (PropertyPath path : required) {
      if (!path.isIn(bindings)) {
        misses.add(Unread.Why.MISSING);
        return false;
      }
    }
    return true;
  }

  /** Whether nothing that is there speaks against it; what is missing then is missed. */
  private boolean mayHold(Bindings bindings) {
    if (types.isPresent() && !types.get().contains(bindings.type())) {
      return false;
    }
    for (Equality equality : equalities) {
      if (equality.isRefuted(bindings)) {
        return false;
      }
    }
    return true;
  }

  private Optional<Object> run(Bindings bindings, Misses misses) {
    if (closure.isPresent()) {
      Object value = closure.get().of(bindings);
      if (value != Closure.UNKNOWN) {
        return Optional.of(value);
      }
    }
    return interpret(bindings, misses);
  }

  private Optional<Object> interpret(Bindings bindings, Misses misses) {
    try {
      return Optional.of(program.eval(bindings::find));
    } catch (CelEvaluationException e) {
      boolean missing = e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND;
      misses.add(missing ? Unread.Why.MISSING : Unread.Why.KIND);
      return Optional.empty();
    }
  }

  /** This expression as a condition. */
  record Truth(CelExpression expression, String place) implements Condition {
    @Override
    public boolean test(Bindings bindings, Misses misses) {
      Misses.Asked outer = misses.enter(place, bindings.touchpoint());
      boolean holds = holds(bindings, misses);
      misses.leave(outer);
      return holds;
    }

    private boolean holds(Bindings bindings, Misses misses) {
      if (expression.only().isPresent()) {
        return expression.only().get().test(bindings, misses);
      }
      return expression.mayHold(bindings)
          && expression.isComplete(bindings, misses)
          && (expression.plain()
              || expression.run(bindings, misses).filter(Boolean.TRUE::equals).isPresent());
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
    public List<Comparison> comparisons() {
      return expression.comparisons();
    }

    @Override
    public String text() {
      return expression.text();
    }
  }

  /** This expression as a value. */
  record Result(CelExpression expression, ValueKind kind, String place) implements Value {
    @Override
    public Optional<Object> of(Bindings bindings, Misses misses) {
      Misses.Asked outer = misses.enter(place, bindings.touchpoint());
      Optional<Object> value = value(bindings, misses);
      misses.leave(outer);
      return value;
    }

    private Optional<Object> value(Bindings bindings, Misses misses) {
      Optional<Object> result = expression.evaluate(bindings, misses);
      Optional<Object> fitting = result.flatMap(kind::of);
      if (result.isPresent() && fitting.isEmpty()) {
        misses.add(kind.equals(ValueKind.TIME) ? Unread.Why.NO_DATE : Unread.Why.KIND);
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
