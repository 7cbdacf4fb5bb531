package io.kizashi.schema;

/** What became of a record's bytes. Decoding never throws. */
public sealed interface Decoding {
  /**
   * A touchpoint that meets the contract.
   *
   * @param touchpoint the touchpoint
   * @param unknownFields top-level fields that the contract does not know, ignored and counted
   */
  record Decoded(Touchpoint touchpoint, int unknownFields) implements Decoding {}

  /**
   * Proof that what lies before it in its partition has been read.
   *
   * @param time proven time, milliseconds since the epoch
   * @param source whose stream it is; empty where it names none
   * @param isEnd whether nothing follows it in that stream
   */
  record Heartbeat(long time, String source, boolean isEnd) implements Decoding {}

  /**
   * A record that does not meet the contract.
   *
   * @param code why
   * @param where JSON pointer of the field, or {@code byte N} for broken syntax
   */
  record Rejected(RejectCode code, String where) implements Decoding {}
}
