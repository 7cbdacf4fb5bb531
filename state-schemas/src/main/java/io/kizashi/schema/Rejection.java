package io.kizashi.schema;

/**
 * A record that was not taken in, as subscribers of {@code rejected} see it.
 *
 * @param code why
 * @param where JSON pointer of the field, {@code byte N}, or what failed in the engine
 * @param origin where the record was read
 * @param length its length in bytes
 * @param sha256 of all its bytes, in hexadecimal
 * @param head its first {@link Bounds#REJECTED_BYTES} bytes, in base64
 */
public record Rejection(
    RejectCode code, String where, Origin origin, int length, String sha256, String head) {}
