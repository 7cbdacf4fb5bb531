package io.kizashi.flink.control;

import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Publication;
import java.util.Optional;

/**
 * A publication that is or was in force on a task.
 *
 * @param rules of those whom the publication reaches
 * @param base of all others, where it does not reach all
 * @param since event time from which on it is in force, milliseconds since the epoch, exclusive;
 *     {@link #FROM_EVER} for the first
 */
record Activation(Publication publication, Rules rules, Optional<Rules> base, long since) {
  /** The start of a rulebook that followed no other: before every event time. */
  static final long FROM_EVER = Long.MIN_VALUE;

  /** The rules of a customer in a bucket of the population, 0 to 99. */
  Rules rules(int bucket) {
    return bucket < publication.percent() ? rules : base.orElse(rules);
  }

  Activation since(long time) {
    return new Activation(publication, rules, base, time);
  }
}
