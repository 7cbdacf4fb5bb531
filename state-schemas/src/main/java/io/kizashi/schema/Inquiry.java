package io.kizashi.schema;

import java.util.function.Function;

/**
 * Somebody asks what the engine knows of a customer; the task that owns the customer answers.
 *
 * @param id by which the answer is known, 1 to {@link Bounds#INQUIRY_CHARS} characters
 * @param customer about whom, {@link Bounds#NAME_CHARS} characters at most
 * @param offset its place on the topic {@code controls}; {@link #UNPLACED} where it was not read
 *     there
 */
public record Inquiry(String id, CustomerKey customer, long offset) implements Control {
  /** Not read from the topic. */
  public static final long UNPLACED = 0;

  private static final String KEY = "inquiry=";

  /** Keys that records take: so many stay on a topic that keeps the newest of each for ever. */
  private static final int KEYS = 64;

  /** Refuses what no engine answers. */
  public Inquiry {
    if (!isAnswered(id, customer.id())) {
      throw new IllegalArgumentException(
          "an inquiry has an id of 1 to "
              + Bounds.INQUIRY_CHARS
              + " characters, and is about a customer of "
              + Bounds.NAME_CHARS
              + " at most");
    }
  }

  /** Whether an inquiry of an id is answered, about somebody of an id. */
  static boolean isAnswered(String id, String customer) {
    return !id.isEmpty()
        && id.length() <= Bounds.INQUIRY_CHARS
        && !customer.isEmpty()
        && customer.length() <= Bounds.NAME_CHARS;
  }

  /** Whether a record's key is one of inquiries. */
  public static boolean isKey(String key) {
    return key.startsWith(KEY);
  }

  /** The key of its record, which is that of no other kind of control. */
  public String key() {
    return KEY + Math.floorMod(id.hashCode(), KEYS);
  }

  @Override
  public Kind kind() {
    return Kind.INQUIRY;
  }

  @Override
  public <T> T map(
      Function<Publication, T> publication,
      Function<Pause, T> pause,
      Function<Thaw, T> thaw,
      Function<Inquiry, T> inquiry) {
    return inquiry.apply(this);
  }
}
