package io.kizashi.schema.state;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of the state that is decoded when first asked for, and encoded only if it changed. */
final class Section<T> {
  private final Form<T> form;
  private byte @Nullable [] bytes;
  private @Nullable T value;

  private Section(Form<T> form, byte @Nullable [] bytes, @Nullable T value) {
    this.form = form;
    this.bytes = bytes;
    this.value = value;
  }

  /**
   * How a section is written.
   *
   * @param tag its number in the binary form, never used again for anything else
   * @param empty what an absent section means
   */
  record Form<T>(int tag, T empty, Function<T, byte[]> encode, Function<byte[], T> decode) {
    Section<T> absent() {
      return new Section<>(this, null, empty);
    }

    Section<T> encoded(byte[] bytes) {
      return new Section<>(this, bytes, null);
    }
  }

  T value() {
    T known = value;
    if (known == null) {
      byte[] encoded = bytes;
      known =
          encoded == null
              ? form.empty()
              : Damage.guard("section " + form.tag(), () -> form.decode().apply(encoded));
      value = known;
    }
    return known;
  }

  Section<T> with(T next) {
    return new Section<>(form, null, next);
  }

  void write(ByteSink out) {
    byte[] encoded = bytes;
    if (encoded == null) {
      T known = value();
      if (known.equals(form.empty())) {
        return;
      }
      encoded = form.encode().apply(known);
      bytes = encoded;
    }
    out.writeVarint(form.tag());
    out.writeBlock(encoded);
  }
}
