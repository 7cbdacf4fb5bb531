package io.kizashi.flink;

import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Publication;
import java.util.Optional;

/**
 * A publication that is or was in force on a task.
 *
 * @param rules of those whom the publication reaches
 * @param base of all others, where it does not reach all
 * @param since event time from which on it is in force, milliseconds since the epoch, exclusive;
 *     {@link Long#MIN_VALUE} for the first
 */
record Reign(Publication publication, Rules rules, Optional<Rules> base, long since) {
  /** The rules of a customer in a bucket of the population, 0 to 99. */
  Rules rules(int bucket) {
    return bucket < publication.percent() ? rules : base.orElse(rules);
  }

  Reign since(long time) {
    return new Reign(publication, rules, base, time);
  }
}
