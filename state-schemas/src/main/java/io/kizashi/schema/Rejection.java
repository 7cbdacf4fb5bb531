package io.kizashi.schema;

/**
 * A record that was not taken in, or a part of one, as subscribers of {@code rejected} see it.
 *
 * @param code why
 * @param where JSON pointer of the field, {@code byte N}, or what failed in the engine
 * @param origin where the record was read
 * @param length its length in bytes
 * @param sha256 of all its bytes, in hexadecimal
 * @param head its first {@link Bounds#REJECTED_BYTES} bytes, in base64
 * @param folded whether only what {@code where} names is cut, and the rest counts
 */
public record Rejection(
    RejectCode code,
    String where,
    Origin origin,
    int length,
    String sha256,
    String head,
    boolean folded) {
  /** Of a whole record. */
  public Rejection(
      RejectCode code, String where, Origin origin, int length, String sha256, String head) {
    this(code, where, origin, length, sha256, head, false);
  }
}
