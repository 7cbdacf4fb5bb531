package io.kizashi.core.expression;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What kind of value an expression must give. */
public enum ValueKind {
  /** A double. */
  NUMBER("a number"),

  /** A text. */
  TEXT("a text"),

  /** A text, a double or a truth. */
  SCALAR("a text, a number or a truth"),

  /** A length of time; no expression of an author's gives one, a signal does. */
  DURATION("a duration"),

  /** A time: an {@link Instant}, a text or epoch milliseconds. */
  TIME("a time");

  private final String words;

  ValueKind(String words) {
    this.words = words;
  }

  /** What it is, for messages to authors. */
  public String words() {
    return words;
  }

  /** A result as this kind, or empty where it is of another. */
  public Optional<Object> of(Object result) {
    Object plain = result instanceof Number number ? (Object) number.doubleValue() : result;
    boolean fits =
        switch (this) {
          case NUMBER -> plain instanceof Double number && Double.isFinite(number);
          case TEXT -> plain instanceof String;
          case SCALAR ->
              plain instanceof String
                  || plain instanceof Boolean
                  || (plain instanceof Double number && Double.isFinite(number));
          case DURATION -> plain instanceof Duration;
          case TIME ->
              plain instanceof String || plain instanceof Instant || plain instanceof Double;
        };
    return fits ? Optional.of(plain) : Optional.empty();
  }
}
