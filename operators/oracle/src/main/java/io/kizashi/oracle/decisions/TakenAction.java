package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.KnownCustomer;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Sha256;
import io.kizashi.schema.Touchpoint;

/**
 * A decision that was taken.
 *
 * @param cause the place at which it was taken
 * @param trigger the touchpoint, or the deadline, that caused it
 * @param moment the touchpoint that raised the moment that it answers
 * @param sendAt when to send it, or to ask for it again, milliseconds since the epoch
 * @param expiresAt when it is of no use any more, milliseconds since the epoch
 * @param guarded whether it waits for guards to end
 */
record TakenAction(
    Position cause,
    String trigger,
    RandomAction action,
    Touchpoint moment,
    String channel,
    long sendAt,
    long expiresAt,
    boolean guarded) {
  /** The same, which guards keep waiting until it is asked for again. */
  TakenAction waiting(long asked) {
    long next = Math.min(asked, expiresAt);
    return new TakenAction(cause, trigger, action, moment, channel, next, expiresAt, true);
  }

  /**
   * What is to be done.
   *
   * @param assignee by whom
   */
  Recommendation.Plan plan(String assignee) {
    return new Recommendation.Plan(
        action.name(),
        action.kind(),
        action.recipient(),
        channel,
        sendAt,
        expiresAt,
        new Recommendation.Ownership(assignee, "", ""));
  }

  /** When it would be sent if no guard kept it waiting, milliseconds since the epoch. */
  long due() {
    return expiresAt - action.timing().expires();
  }

  /** The recommendation's id. */
  String id() {
    return id(trigger, cause.time());
  }

  /** The id of what is decided on a cause. */
  static String id(String trigger, long time) {
    return Sha256.id(KnownCustomer.KEY.text(), trigger, Long.toString(time));
  }
}
