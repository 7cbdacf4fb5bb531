package io.kizashi.core.eligible;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Cap;
import io.kizashi.core.time.Times;

/**
 * An option on one of its channels.
 *
 * @param sendAt when it would be sent, or asked for again, milliseconds since the epoch
 * @param expiresAt when it is of no use any more, milliseconds since the epoch
 */
public record Route(Option option, String channel, long sendAt, long expiresAt) {
  /** One that lives from its sending on. */
  public static Route at(Option option, String channel, long sendAt) {
    return new Route(option, channel, sendAt, Times.plus(sendAt, option.action().expires()));
  }

  /** The same, which lives no longer, at another time. */
  Route waitingUntil(long time) {
    return new Route(option, channel, time, expiresAt);
  }

  /** When it would be sent if no guard kept it waiting, milliseconds since the epoch. */
  public long due() {
    return expiresAt - action().expires();
  }

  /** Whether guards keep it waiting: it is not known when it will be sent. */
  public boolean isGuarded() {
    return expiresAt < Times.plus(sendAt, action().expires());
  }

  /** The option's action. */
  public ActionRule action() {
    return option.action();
  }

  boolean isCountedBy(Cap cap) {
    return cap.counts(action(), channel);
  }
}
