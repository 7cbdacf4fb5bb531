package io.kizashi.schema.reply;

import java.util.List;

/**
 * A decision, or that nothing was done.
 *
 * @param action what was, or would have been, done
 * @param channel where
 * @param rule the rule of the moment that asked for it
 * @param fate what became of it
 * @param decidedAt when
 * @param sendAt when it is, or was, to be sent
 * @param losses what else was weighed, and why it lost; only where that is known still
 */
public record Decided(
    String action,
    String channel,
    String rule,
    Fate fate,
    long decidedAt,
    long sendAt,
    List<Loss> losses) {
  /** Copies the losses. */
  public Decided {
    losses = List.copyOf(losses);
  }

  /**
   * A candidate that was not chosen.
   *
   * @param action its action
   * @param channel where it would have been done; may be empty
   * @param reason the code of why it lost
   * @param detail what decided, as explanations say it; may be empty
   */
  public record Loss(String action, String channel, String reason, String detail) {}

  /** What can become of a decision. */
  public enum Fate {
    /** It was issued. */
    ISSUED("issued"),
    /** It was issued, and is known not to have reached the customer. */
    FAILED("failed"),
    /** It waits for its time. */
    HELD("held"),
    /** It waits for guards to end. */
    GUARDED("guarded"),
    /** It was issued, and taken back. */
    RETRACTED("retracted"),
    /** It waited, and was given up. */
    WITHDRAWN("withdrawn"),
    /** Its moment fell, and another may take that one's place. */
    CORRECTING("correcting"),
    /** Nothing was done. */
    WITHHELD("withheld");

    private final String wire;

    Fate(String wire) {
      this.wire = wire;
    }

    /** As records spell it. */
    public String wire() {
      return wire;
    }
  }
}
