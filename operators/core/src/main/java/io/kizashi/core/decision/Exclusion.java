package io.kizashi.core.decision;

import io.kizashi.schema.Recommendation.Flip;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Why something is not done.
 *
 * @param check what it did not pass
 * @param detail what decided, for people; may be empty
 * @param flip finds the number that would let it pass; asked only where somebody reads it
 */
record Exclusion(Check check, String detail, Supplier<Optional<Flip>> flip) {
  static Exclusion of(Check check, String detail) {
    return new Exclusion(check, detail, Optional::empty);
  }
}
