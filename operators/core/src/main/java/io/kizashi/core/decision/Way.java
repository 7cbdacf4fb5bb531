package io.kizashi.core.decision;

import io.kizashi.core.rulebook.ActionRule;
import io.kizashi.core.rulebook.Cap;

/**
 * An option on one of its channels.
 *
 * @param sendAt when it would be sent, milliseconds since the epoch
 */
record Way(Option option, String channel, long sendAt) {
  ActionRule action() {
    return option.action();
  }

  boolean isCountedBy(Cap cap) {
    return cap.counts(action().name(), action().kind(), channel);
  }
}
