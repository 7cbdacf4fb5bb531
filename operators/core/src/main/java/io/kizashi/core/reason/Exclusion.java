package io.kizashi.core.reason;

/**
 * Why something is not done.
 *
 * @param check what it did not pass
 * @param detail what decided, for people; may be empty
 * @param remedy what would let it pass
 */
public record Exclusion(Check check, String detail, Remedy remedy) {
  /** One that no number would lift. */
  public static Exclusion of(Check check, String detail) {
    return new Exclusion(check, detail, Remedy.NONE);
  }
}
