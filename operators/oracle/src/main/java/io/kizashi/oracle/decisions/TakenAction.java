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
 * @param sendAt when to send it, milliseconds since the epoch
 */
record TakenAction(
    Position cause,
    String trigger,
    RandomAction action,
    Touchpoint moment,
    String channel,
    long sendAt) {
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
        sendAt + action.timing().expires(),
        new Recommendation.Ownership(assignee, "", ""));
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
