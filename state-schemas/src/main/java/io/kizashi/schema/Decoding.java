package io.kizashi.schema;

import java.util.List;

/** What became of a record's bytes. Decoding never throws. */
public sealed interface Decoding {
  /**
   * A touchpoint of which it can be read who, what and when.
   *
   * @param touchpoint the touchpoint
   * @param unknownFields top-level fields that the contract does not know, ignored and counted
   * @param flaws what does not meet the contract and is cut; at most {@link Bounds#FLAWS}
   */
  record Decoded(Touchpoint touchpoint, int unknownFields, List<Flaw> flaws) implements Decoding {
    /** Copies the flaws. */
    public Decoded {
      flaws = List.copyOf(flaws);
    }

    /** One that meets the contract. */
    Decoded(Touchpoint touchpoint, int unknownFields) {
      this(touchpoint, unknownFields, List.of());
    }
  }

  /**
   * A part of a touchpoint that is cut, whole or what is too long of it.
   *
   * @param part JSON pointer
   */
  record Flaw(RejectCode code, String part) {}

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
