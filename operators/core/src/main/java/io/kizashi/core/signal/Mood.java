package io.kizashi.core.signal;

import io.kizashi.core.expression.Interest;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.schema.Actor;
import io.kizashi.schema.Emotion;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The customer's emotion: v(t) = Σ c·v·d ⁄ (κ + Σ c·d) with d = 2^(−age ⁄ h), over what the
 * customer's own touchpoints say, c being their confidence.
 */
final class Mood {
  /** Half an hour: what happened in one contact counts together, yesterday's hardly. */
  private static final long HALF_LIFE = 30 * 60_000L;

  /** One doubtful touchpoint alone moves the state by half at most. */
  private static final double INERTIA = 0.5;

  private Mood() {}

  static Signal signal(String field, ToDoubleFunction<Emotion> score) {
    return new Signal(
        new Signals.Head("emotion." + field, "1", Map.of()),
        ValueKind.NUMBER,
        Interest.EMOTIONAL,
        (view, misses) ->
            view.touchpoint().actor() == Actor.CUSTOMER
                ? view.touchpoint()
                    .emotion()
                    .map(e -> new Signal.Part(score.applyAsDouble(e), e.confidence()))
                : Optional.empty(),
        new Decay(HALF_LIFE, INERTIA));
  }
}
