package io.kizashi.core.rules;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an action is worth: {@code propensity × value × context × weight − cost}.
 *
 * @param propensity how likely it is to succeed, above 0 and up to 1
 * @param value what success is worth; 1 where absent
 * @param context what makes it fit better or worse
 * @param weight the company's own preference, 0.01 … 100
 * @param cost what it costs, in the unit of {@code value}; 0 or more
 */
public record Worth(
    double propensity, Optional<Value> value, List<Fitting> context, double weight, double cost) {
  /** Of what is not declared: 1 in all. */
  public static final Worth EVEN = new Worth(1, Optional.empty(), List.of(), 1, 0);

  /** The highest weight. */
  public static final double MOST_WEIGHT = 100;

  /** The least and the most that the context may change a score by. */
  public static final double LEAST_CONTEXT = 0.1;

  /** See {@link #LEAST_CONTEXT}. */
  public static final double MOST_CONTEXT = 10;

  /** What the circumstances ask. */
  Stream<Condition> conditions() {
    return context.stream().map(Fitting::when);
  }

  /** Copies the list. */
  public Worth {
    context = List.copyOf(context);
  }

  /**
   * A circumstance.
   *
   * @param when it holds
   * @param times what the score is multiplied by then, 0.1 … 10
   */
  public record Fitting(Condition when, double times) {}
}
