package io.kizashi.schema.state;

import io.kizashi.schema.Recommendation;

/**
 * A decision that was taken: what is needed to send it when its time comes, to take it back, to
 * count it, and to decide no second time.
 *
 * @param recommendation as issued, without its reasoning; with it while it is held
 * @param fate what became of it
 * @param failed whether it is known not to have reached the customer
 */
public record Decision(Recommendation recommendation, Fate fate, boolean failed) {
  /** What became of a decision. */
  public enum Fate {
    /** It was issued, and taken back. */
    RETRACTED(0, 4),
    /** It was issued. */
    STANDING(1, 5),
    /** It waits for its time to be sent. */
    HELD(2, 6),
    /** It was held, and taken back before it was issued. */
    WITHDRAWN(3, 7),
    /** It was issued; its moment fell, and another that would take its place is not judged yet. */
    CORRECTING(8, 9);

    // Codes from 12 on are free for more fates; 10 and 11 are held ones with one of several texts.

    private final int code;
    private final int failedCode;

    Fate(int code, int failedCode) {
      this.code = code;
      this.failedCode = failedCode;
    }

    /** As states keep it. */
    public int code() {
      return code;
    }

    /** As states keep it where the decision is known not to have reached the customer. */
    public int failedCode() {
      return failedCode;
    }
  }

  /** A decision that was just issued. */
  public static Decision issued(Recommendation recommendation) {
    return new Decision(recommendation.withoutReasoning(), Fate.STANDING, false);
  }

  /** A decision that waits. */
  public static Decision held(Recommendation recommendation) {
    return new Decision(recommendation, Fate.HELD, false);
  }

  /** The same decision, with another record of what was recommended. */
  Decision with(Recommendation other) {
    return new Decision(other, fate, failed);
  }

  /** Whether it answers a moment: it was issued or waits, and was not taken back. */
  public boolean standing() {
    return switch (fate) {
      case STANDING, HELD, CORRECTING -> true;
      case RETRACTED, WITHDRAWN -> false;
    };
  }

  /** Whether it waits. */
  public boolean held() {
    return fate == Fate.HELD;
  }

  /** Whether its moment fell, and it waits whether another takes that one's place. */
  public boolean correcting() {
    return fate == Fate.CORRECTING;
  }

  /** Whether it has left and reached the customer, as far as is known, and was not taken back. */
  public boolean reached() {
    return standing() && !held() && !failed;
  }

  /** Whether it counts under caps, as long as it did not fail: it was issued, or may be yet. */
  public boolean counts() {
    return fate != Fate.WITHDRAWN;
  }

  /** The same decision, whose moment fell while another is not judged yet. */
  public Decision awaitingAnother() {
    return new Decision(recommendation, Fate.CORRECTING, failed);
  }

  /** The same decision, whose time has come, or for which there is something to answer again. */
  public Decision sent() {
    return new Decision(recommendation.withoutReasoning(), Fate.STANDING, failed);
  }

  /** The same decision, taken back. */
  public Decision takenBack() {
    return new Decision(
        recommendation.withoutReasoning(), held() ? Fate.WITHDRAWN : Fate.RETRACTED, failed);
  }

  /** The same decision, known not to have reached the customer. */
  public Decision thatFailed() {
    return new Decision(recommendation, fate, true);
  }
}
