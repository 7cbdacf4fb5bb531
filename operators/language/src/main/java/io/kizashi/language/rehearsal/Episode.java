package io.kizashi.language.rehearsal;

import io.kizashi.core.reason.Withheld;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;

/** Something that came of what a customer did. */
public sealed interface Episode {
  /** The time that it belongs to, milliseconds since the epoch. */
  long at();

  /** A moment was detected, or taken back. */
  record OfMoment(Moment moment) implements Episode {
    @Override
    public long at() {
      return moment.detectedAt();
    }
  }

  /** Something was recommended, or taken back. */
  record OfRecommendation(Recommendation recommendation) implements Episode {
    @Override
    public long at() {
      return recommendation.decidedAt();
    }
  }

  /** Nothing was done, though something was asked for. */
  record OfNothing(Withheld withheld) implements Episode {
    @Override
    public long at() {
      return withheld.decidedAt();
    }
  }
}
