package io.kizashi.language.read;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.Reads;
import io.kizashi.core.expression.Value;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.core.rules.Worth;
import io.kizashi.core.rules.Worth.Fitting;
import io.kizashi.language.expression.ExpressionCompiler;
import io.kizashi.language.expression.Scope;
import io.kizashi.language.yaml.Problems;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what actions are worth, and finds those that are worth nothing whatever happens. */
final class WorthReader {
  /** The highest cost: above it, doubles lose the cents. */
  private static final double MOST_COST = 999_999_999;

  private static final double LEAST_WEIGHT = 0.01;
  private static final double MOST_WEIGHT = 100;

  /** Circumstances of one action: more would be read by nobody. */
  private static final int MOST_FITTINGS = 16;

  private final ExpressionCompiler expressions;
  private final Problems problems;

  WorthReader(ExpressionCompiler expressions, Problems problems) {
    this.expressions = expressions;
    this.problems = problems;
  }

  /** What an action is worth whose expressions see a scope. */
  Worth worth(Fields action, Scope scope) {
    Optional<Value> value =
        action
            .scalar("value")
            .flatMap(text -> expressions.value(text, scope, ValueKind.NUMBER, problems));
    Worth worth =
        new Worth(
            propensity(action),
            value,
            context(action, scope),
            action.number("weight", LEAST_WEIGHT, MOST_WEIGHT).orElse(1.0),
            action.number("cost", 0, MOST_COST).orElse(0.0));
    boolean isRead = value.isPresent() || action.get("value").isEmpty();
    if (isRead) {
      checkEverChosen(action, worth);
    }
    return worth;
  }

  private double propensity(Fields action) {
    Optional<Fields> fields =
        action.get("propensity").flatMap(node -> Fields.of(node, Keys.PROPENSITY, problems));
    if (fields.isEmpty()) {
      return 1;
    }
    fields.get().required("prior", "how likely it succeeds: propensity: { prior: 0.08 }");
    double prior = fields.get().number("prior", 0, 1).orElse(1.0);
    if (prior == 0) {
      problems.error(
          fields.get().keyAt("prior"),
          "useless",
          "what never succeeds is never chosen",
          "write a number above 0, or leave the action out");
      return 1;
    }
    return prior;
  }

  private List<Fitting> context(Fields action, Scope scope) {
    List<Fields> written =
        action.mappings("context", Keys.FITTING, "context: [ { when: '…', times: 1.5 } ]");
    if (written.size() > MOST_FITTINGS) {
      problems.error(
          action.keyAt("context"),
          "out_of_bounds",
          "there are more than " + MOST_FITTINGS + " circumstances",
          "put some of them together, or let value: tell them apart");
    }
    List<Fitting> context = new ArrayList<>();
    written.stream()
        .limit(MOST_FITTINGS)
        .forEach(fields -> fitting(fields, scope).ifPresent(context::add));
    return context;
  }

  private Optional<Fitting> fitting(Fields fields, Scope scope) {
    fields.required("when", "in which circumstance? when: 'local.hour >= 18.0'");
    fields.required("times", "how much better or worse it fits then: times: 1.5");
    Optional<Condition> when =
        fields.scalar("when").flatMap(text -> expressions.condition(text, scope, problems));
    Optional<Double> times = fields.number("times", Worth.LEAST_CONTEXT, Worth.MOST_CONTEXT);
    if (times.filter(factor -> factor == 1).isPresent()) {
      problems.warning(
          fields.keyAt("times"),
          "useless",
          "this changes nothing: all is once itself",
          "above 1 where the action fits better then, below 1 where worse");
    }
    return when.flatMap(holds -> times.map(factor -> new Fitting(holds, factor)));
  }

  /** Nothing scores 0, so what never scores more is never chosen. */
  private void checkEverChosen(Fields action, Worth worth) {
    boolean constant = worth.value().map(Value::reads).orElse(Reads.NOTHING).isOnlyEvent();
    if (!constant) {
      return;
    }
    double value =
        worth
            .value()
            .map(said -> (double) said.of(Bindings.none(), new Misses()).orElse(0.0))
            .orElse(1.0);
    double score = worth.propensity() * value * mostContext(worth) * worth.weight();
    double most = Math.max(score, -Double.MAX_VALUE);
    if (most <= worth.cost()) {
      problems.error(
          action.keyAt(action.get("cost").isPresent() ? "cost" : "value"),
          "useless",
          "this action is never chosen: it is worth "
              + plain(most)
              + " at most, and costs "
              + plain(worth.cost()),
          "say what success is worth, in the unit of cost: value: '5000.0'");
    }
  }

  private static double mostContext(Worth worth) {
    double most = 1;
    for (Fitting fitting : worth.context()) {
      most *= Math.max(1, fitting.times());
    }
    return Math.min(most, Worth.MOST_CONTEXT);
  }

  private static String plain(double number) {
    return number == 0
        ? "0"
        : BigDecimal.valueOf(number)
            .round(MathContext.DECIMAL32)
            .stripTrailingZeros()
            .toPlainString();
  }
}
