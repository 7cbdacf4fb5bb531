package io.kizashi.schema;

import io.kizashi.schema.form.Literals;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What people tell the running engine. */
public sealed interface Control permits Publication, Pause, Thaw, Inquiry {
  /** What kinds there are, each with its tags outside the process: final. */
  enum Kind {
    /** A {@link Publication}. */
    PUBLICATION(1, "publication"),
    /** A {@link Pause}. */
    PAUSE(2, "pause"),
    /** A {@link Thaw}. */
    THAW(3, "thaw"),
    /** An {@link Inquiry}. */
    INQUIRY(4, "inquiry");

    private static final Literals<Integer, Kind> BY_TAG = Literals.of(List.of(values()), Kind::tag);

    private final int tag;
    private final String wire;

    Kind(int tag, String wire) {
      this.tag = tag;
      this.wire = wire;
    }

    /** The byte that tells it in states and between tasks. */
    public int tag() {
      return tag;
    }

    /** What a record's field {@code control} tells it by, where a record has that field. */
    public String wire() {
      return wire;
    }

    /** The kind of a byte, or empty where this release knows none. */
    public static Optional<Kind> ofTag(int tag) {
      return BY_TAG.find(tag);
    }
  }

  /** Which it is. */
  Kind kind();

  /** What the function for its kind makes of it. */
  <T> T map(
      Function<Publication, T> publication,
      Function<Pause, T> pause,
      Function<Thaw, T> thaw,
      Function<Inquiry, T> inquiry);
}
