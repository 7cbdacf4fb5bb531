package io.kizashi.schema.state;

import java.util.function.Supplier;

/** One kind of exception for bytes that no release wrote. */
final class Damage {
  private Damage() {}

  /**
   * Runs a reader of the binary form.
   *
   * @param what what is read, for the message
   * @throws IllegalStateException if the bytes are cut or changed
   */
  static <T> T guard(String what, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // Enum names, ranges and dictionary numbers that only damage can give.
      throw new IllegalStateException("state is damaged: " + what + " can't be read", e);
    }
  }
}
