package io.kizashi.schema;

import io.kizashi.schema.form.Literals;
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
   * @param meaning what it says of that stream
   */
  record Heartbeat(long time, String source, Meaning meaning) implements Decoding {
    /** What a heartbeat says beside its time, in its {@code text}. */
    public enum Meaning {
      /** Nothing: the stream goes on. */
      TIME(""),
      /** Nothing follows it in the stream. */
      END("end"),
      /** Whoever wrote the stream is gone, by somebody's word. */
      RETIRED("retired");

      private static final Literals<String, Meaning> BY_WIRE =
          Literals.of(List.of(values()), Meaning::wire);

      private final String wire;

      Meaning(String wire) {
        this.wire = wire;
      }

      /** As records spell it. */
      public String wire() {
        return wire;
      }

      /** What a text says; one that says nothing known is passed over. */
      static Meaning of(String text) {
        return BY_WIRE.find(text).orElse(TIME);
      }
    }

    /** Whether nothing follows it in its stream. */
    public boolean isEnd() {
      return meaning == Meaning.END;
    }
  }

  /**
   * A record that does not meet the contract.
   *
   * @param code why
   * @param where JSON pointer of the field, or {@code byte N} for broken syntax
   */
  record Rejected(RejectCode code, String where) implements Decoding {}
}
