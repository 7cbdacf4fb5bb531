package io.kizashi.control.compare;

import java.util.List;
import java.util.Optional;

/**
 * All that one side made of one customer.
 *
 * @param moments by time and id
 * @param actions by time and id
 * @param dueLater moments and actions left out, because they lie behind what is looked at
 */
record CustomerOutcomes(List<MomentOutcome> moments, List<ActionOutcome> actions, long dueLater) {
  /** Copies the lists. */
  CustomerOutcomes {
    moments = List.copyOf(moments);
    actions = List.copyOf(actions);
  }

  /** The moment of a key. */
  Optional<MomentOutcome> moment(String key) {
    return moments.stream().filter(moment -> moment.key().equals(key)).findFirst();
  }
}
