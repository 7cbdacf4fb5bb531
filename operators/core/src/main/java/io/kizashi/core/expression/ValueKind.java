package io.kizashi.core.expression;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.Instant;
import java.util.Optional;

/** What kind of value an expression must give. */
public enum ValueKind {
  /** A double. */
  NUMBER(
      "a number",
      ImmutableSet.of(SimpleType.DOUBLE, SimpleType.INT, SimpleType.DYN),
      SimpleType.DOUBLE),
  /** A text. */
  TEXT("a text", ImmutableSet.of(SimpleType.STRING, SimpleType.DYN), SimpleType.STRING),
  /** A text, a double or a truth. */
  SCALAR(
      "a text, a number or a truth",
      ImmutableSet.of(
          SimpleType.STRING, SimpleType.DOUBLE, SimpleType.INT, SimpleType.BOOL, SimpleType.DYN),
      SimpleType.DYN),
  /** A length of time; no expression of an author's gives one, a signal does. */
  DURATION("a duration", ImmutableSet.of(SimpleType.DURATION), SimpleType.DURATION),
  /** A time: an {@link Instant}, a text or epoch milliseconds. */
  TIME(
      "a time",
      ImmutableSet.of(SimpleType.STRING, SimpleType.DOUBLE, SimpleType.TIMESTAMP, SimpleType.DYN),
      SimpleType.TIMESTAMP);

  private final String words;
  private final ImmutableSet<CelType> accepted;
  private final CelType type;

  ValueKind(String words, ImmutableSet<CelType> accepted, CelType type) {
    this.words = words;
    this.accepted = accepted;
    this.type = type;
  }

  String words() {
    return words;
  }

  /** The type that a name of this kind has in expressions. */
  CelType type() {
    return type;
  }

  boolean accepts(CelType given) {
    return accepted.contains(given);
  }

  /** A result as this kind, or empty where it is of another. */
  Optional<Object> of(Object result) {
    Object plain = result instanceof Number number ? (Object) number.doubleValue() : result;
    boolean fits =
        switch (this) {
          case NUMBER -> plain instanceof Double number && Double.isFinite(number);
          case TEXT -> plain instanceof String;
          case SCALAR ->
              plain instanceof String
                  || plain instanceof Boolean
                  || (plain instanceof Double number && Double.isFinite(number));
          case DURATION -> plain instanceof java.time.Duration;
          case TIME ->
              plain instanceof String || plain instanceof Instant || plain instanceof Double;
        };
    return fits ? Optional.of(plain) : Optional.empty();
  }
}
