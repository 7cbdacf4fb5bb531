package io.kizashi.core.rules;

import io.kizashi.schema.state.CustomerState;

/** Whether what rules and actions lead to is done, or only noted. */
public enum Mode {
  /** It is done. */
  IN_EARNEST,

  /** It is noted, and nobody gets anything. */
  IN_SHADOW;

  /**
   * How a moment or a decision stands in a state.
   *
   * @param id of the moment or the recommendation
   */
  public static Mode of(CustomerState state, String id) {
    return state.shadow().contains(id) ? IN_SHADOW : IN_EARNEST;
  }

  /** The stricter of two: what answers something in shadow is in shadow itself. */
  public Mode and(Mode other) {
    return this == IN_SHADOW ? this : other;
  }

  /** Whether what stands in another mode counts here: what was only noted never does in earnest. */
  public boolean counts(Mode other) {
    return this == IN_SHADOW || other == IN_EARNEST;
  }
}
