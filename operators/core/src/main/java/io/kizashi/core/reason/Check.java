package io.kizashi.core.reason;

/**
 * Why an action is not chosen, in the order in which the reasons are looked for: the first that
 * applies is told. What leaves out a message that was held stands here too. A new reason is one
 * more constant.
 */
public enum Check {
  /** The rule is rolled out to a part of the customers, and this one is not in it. */
  NOT_IN_ROLLOUT("not_in_rollout"),
  /** The customer is on a list of those who get nothing. */
  EXCLUDED("excluded"),
  /** The action is done on other days: on the day of the decision, or on that of its sending. */
  NOT_ACTIVE("not_active"),
  /** The rulebook no longer has the action; asked of what was held. */
  NOT_IN_FORCE("not_in_force"),
  /** The moment was taken back meanwhile; asked of what was held. */
  NOT_STANDING("not_standing"),
  /** What its moment says is not so any more; asked of all that is about to leave. */
  NO_LONGER("no_longer"),
  /** A message that left was about a moment that this one took the place of. */
  ALREADY_TOLD("already_told"),
  /** The action's own condition does not hold, or it has no value. */
  NOT_ELIGIBLE("not_eligible"),
  /** The customer has not consented to advertising on the channel. */
  NO_CONSENT("no_consent"),
  /** A guard keeps this kind of message from the customer, as after a complaint. */
  UPSET("upset"),
  /** The customer declined the same before. */
  DECLINED_BEFORE("declined_before"),
  /** A person has paused it. */
  PAUSED("paused"),
  /** A cap on the number of messages is reached. */
  CAPPED("capped"),
  /** It is night or another quiet hour for the customer. */
  QUIET_HOURS("quiet_hours"),
  /** Its own time to be of use has passed. */
  EXPIRED("expired"),
  /** A variable of its text has no value. */
  CONTENT_INCOMPLETE("content_incomplete"),
  /** An action of a kind that goes first passed as well. */
  LOWER_TIER("lower_tier"),
  /** Another of its tier is worth more, or it is worth nothing. */
  OUTSCORED("outscored");

  /** The code of the one that passed them all. */
  public static final String CHOSEN = "chosen";

  private final String reason;

  Check(String reason) {
    this.reason = reason;
  }

  /** The code in explanations: it leaves the process, so it never changes. */
  public String reason() {
    return reason;
  }
}
