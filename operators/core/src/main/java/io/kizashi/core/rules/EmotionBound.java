package io.kizashi.core.rules;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.FactName;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.Reads;
import io.kizashi.schema.Actor;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds for a touchpoint that says something of the customer's emotion and after which the valence
 * lies strictly beyond a bound.
 *
 * @param bound −1 … 1
 * @param above whether beyond means above
 * @param crossing whether it must not have lain beyond just before
 */
public record EmotionBound(double bound, boolean above, boolean crossing) implements Condition {
  /** The name of the field that is the valence after the touchpoint. */
  public static final String VALENCE = "valence";

  /** The name of the field that is the valence at the touchpoint's time, without it. */
  public static final String BEFORE = "before";

  /** The name of the field that says whether a run of a rule told of feelings there. */
  public static final String FELT = "felt";

  @Override
  public boolean test(Bindings bindings, Misses misses) {
    return (says(bindings) || isFelt(bindings))
        && isBeyond(bindings, VALENCE)
        && !(crossing && isBeyond(bindings, BEFORE));
  }

  private static boolean says(Bindings bindings) {
    return bindings
        .touchpoint()
        .filter(t -> t.actor() == Actor.CUSTOMER && t.emotion().isPresent())
        .isPresent();
  }

  private static boolean isFelt(Bindings bindings) {
    return bindings.find(FactName.EMOTION.text()).orElse(Map.of()) instanceof Map<?, ?> fields
        && Boolean.TRUE.equals(fields.get(FELT));
  }

  private boolean isBeyond(Bindings bindings, String field) {
    Optional<Object> emotion = bindings.find(FactName.EMOTION.text());
    return emotion.isPresent()
        && emotion.get() instanceof Map<?, ?> fields
        && fields.get(field) instanceof Double valence
        && isBeyond(valence);
  }

  private boolean isBeyond(double valence) {
    return above ? valence > bound : valence < bound;
  }

  @Override
  public Reads reads() {
    return new Reads(false, Set.of(FactName.EMOTION.text()));
  }
}
