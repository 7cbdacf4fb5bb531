package io.kizashi.core.reason;

/**
 * What an option must pass to be chosen, in the order in which it is asked. What is asked of what
 * was held, and why it is left out, stands here too: a new reason is one more constant.
 */
public enum Check {
  /** It is in the customer's part of a rollout. */
  NOT_IN_ROLLOUT("not_in_rollout"),
  /** Its action is still one of the rulebook's; asked of what was held. */
  NOT_IN_FORCE("not_in_force"),
  /** Its moment still stands; asked of what was held. */
  NOT_STANDING("not_standing"),
  /** Its own condition holds, and it has a value. */
  NOT_ELIGIBLE("not_eligible"),
  /** The customer consented to advertising on the channel. */
  NO_CONSENT("no_consent"),
  /** No guard spares the customer. */
  UPSET("upset"),
  /** The customer has not refused such. */
  DECLINED_BEFORE("declined_before"),
  /** Nobody has paused it. */
  PAUSED("paused"),
  /** It is not too much. */
  CAPPED("capped"),
  /** It is no time to rest. */
  QUIET_HOURS("quiet_hours"),
  /** It does not come too late. */
  EXPIRED("expired"),
  /** No words are missing. */
  CONTENT_INCOMPLETE("content_incomplete"),
  /** Of those that passed all this, none is of a kind that comes first. */
  LOWER_TIER("lower_tier"),
  /** It is worth more than nothing, and none of its tier is worth more. */
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
