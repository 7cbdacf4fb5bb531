package io.kizashi.core.decide;

import io.kizashi.core.recipient.Owners;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import java.util.List;

/**
 * What is emitted, in order.
 *
 * @param moments detected and retracted
 * @param recommendations issued and retracted
 */
public record Outputs(List<Moment> moments, List<Recommendation> recommendations) {
  /** Nothing. */
  static final Outputs NONE = new Outputs(List.of(), List.of());

  /** Copies the lists. */
  public Outputs {
    moments = List.copyOf(moments);
    recommendations = List.copyOf(recommendations);
  }

  /** How many tasks are issued that nobody owns. */
  int nobodys() {
    return (int)
        recommendations.stream()
            .flatMap(it -> it.reasoning().stream())
            .map(why -> why.explanation().values().getOrDefault(Owners.EXPLAINED, ""))
            .filter(Owners.FALLBACK::equals)
            .count();
  }
}
