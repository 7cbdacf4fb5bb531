package io.kizashi.core.eligible;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Cap;

/**
 * An option on one of its channels.
 *
 * @param sendAt when it would be sent, milliseconds since the epoch
 */
public record Route(Option option, String channel, long sendAt) {
  /** The option's action. */
  public ActionRule action() {
    return option.action();
  }

  boolean isCountedBy(Cap cap) {
    return cap.counts(action(), channel);
  }
}
