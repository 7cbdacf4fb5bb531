package io.kizashi.pipeline;

import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.Touchpoint;
import io.kizashi.text.Senses;
import io.kizashi.text.learning.Shelf;
import java.util.List;
import java.util.function.UnaryOperator;

/** Whether touchpoints without an emotion get one from what their customers say. */
public enum Sensing implements SettingChoice {
  /** From the customer's own words and survey answers. */
  ON("on"),
  /** Only what sources send counts. */
  OFF("off");

  private final String wire;

  Sensing(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }

  /**
   * What becomes of a touchpoint.
   *
   * @param onFailure called for every text at which a scorer of the company's fails
   * @throws EnvironmentFailure if there is a scorer of the company's that can't be used
   */
  public UnaryOperator<Touchpoint> senses(Runnable onFailure) {
    return senses(onFailure, List.of());
  }

  /**
   * The same by what was learned.
   *
   * @param learned lexicons, of which each touchpoint takes the one that counts at its time
   */
  public UnaryOperator<Touchpoint> senses(Runnable onFailure, List<LearnedLexicon> learned) {
    return switch (this) {
      case ON -> by(learned, found(onFailure));
      case OFF -> UnaryOperator.identity();
    };
  }

  private static UnaryOperator<Touchpoint> by(List<LearnedLexicon> learned, Senses senses) {
    Shelf shelf = Shelf.unbounded();
    learned.forEach(lexicon -> shelf.put(lexicon, 0));
    return touchpoint -> senses.fill(touchpoint, shelf.at(touchpoint.time()));
  }

  private static Senses found(Runnable onFailure) {
    try {
      return Senses.find(onFailure);
    } catch (IllegalStateException e) {
      throw new EnvironmentFailure(String.valueOf(e.getMessage()), e);
    }
  }
}
