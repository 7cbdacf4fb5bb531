package io.kizashi.pipeline;

import io.kizashi.schema.Touchpoint;
import io.kizashi.text.Senses;
import java.util.function.UnaryOperator;

/** Whether touchpoints without an emotion get one from what their customers say. */
public enum Sensing {
  /** From the customer's own words and survey answers. */
  ON,
  /** Only what sources send counts. */
  OFF;

  /**
   * What becomes of a touchpoint.
   *
   * @param onFailure called for every text at which a scorer of the company's fails
   * @throws EnvironmentFailure if there is a scorer of the company's that can't be used
   */
  public UnaryOperator<Touchpoint> senses(Runnable onFailure) {
    return switch (this) {
      case ON -> found(onFailure)::fill;
      case OFF -> UnaryOperator.identity();
    };
  }

  private static Senses found(Runnable onFailure) {
    try {
      return Senses.find(onFailure);
    } catch (IllegalStateException e) {
      throw new EnvironmentFailure(String.valueOf(e.getMessage()), e);
    }
  }
}
