package io.kizashi.core.rules;

/**
 * How customers are addressed in one language.
 *
 * @param name which of their names
 * @param honorific follows the name; may be empty
 * @param fallback for who has no such name
 */
public record Address(Name name, String honorific, String fallback) {
  /** Names that a profile may state. */
  public enum Name {
    FAMILY,
    GIVEN,
    /** Only where the customer gave it for being addressed so. */
    NICKNAME
  }
}
