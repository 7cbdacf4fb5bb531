package io.kizashi.core.decision;

import io.kizashi.schema.Recommendation.Flip;
import java.util.Optional;

/**
 * Why something is not done.
 *
 * @param check what it did not pass
 * @param detail what decided, for people; may be empty
 * @param flip the number that would let it pass
 */
record Exclusion(Check check, String detail, Optional<Flip> flip) {
  static Exclusion of(Check check, String detail) {
    return new Exclusion(check, detail, Optional.empty());
  }
}
