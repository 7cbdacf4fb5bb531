package io.kizashi.core.reason;

import java.util.Locale;

/** What an option must pass to be chosen, in the order in which it is asked. */
public enum Check {
  /** It is in the customer's part of a rollout. */
  NOT_IN_ROLLOUT,
  /** Its action is still one of the rulebook's; asked of what was held. */
  NOT_IN_FORCE,
  /** Its moment still stands; asked of what was held. */
  NOT_STANDING,
  /** Its own condition holds, and it has a value. */
  NOT_ELIGIBLE,
  /** The customer consented to advertising on the channel. */
  NO_CONSENT,
  /** No guard spares the customer. */
  UPSET,
  /** The customer has not refused such. */
  DECLINED_BEFORE,
  /** Nobody has paused it. */
  PAUSED,
  /** It is not too much. */
  CAPPED,
  /** It is no time to rest. */
  QUIET_HOURS,
  /** It does not come too late. */
  EXPIRED,
  /** No words are missing. */
  CONTENT_INCOMPLETE;

  /** The code in explanations. */
  public String reason() {
    return name().toLowerCase(Locale.ROOT);
  }
}
