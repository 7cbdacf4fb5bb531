package io.kizashi.language.expression;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import io.kizashi.core.expression.TouchpointField;
import io.kizashi.core.expression.ValueKind;

/** The types that CEL gives to what expressions read and give. */
final class CelTypes {
  /** The name of the structure that {@code event.emotion} is. */
  static final String EMOTION = "Emotion";

  private static final ImmutableSet<CelType> NUMBERS =
      ImmutableSet.of(SimpleType.DOUBLE, SimpleType.INT, SimpleType.DYN);
  private static final ImmutableSet<CelType> TEXTS =
      ImmutableSet.of(SimpleType.STRING, SimpleType.DYN);
  private static final ImmutableSet<CelType> SCALARS =
      ImmutableSet.of(
          SimpleType.STRING, SimpleType.DOUBLE, SimpleType.INT, SimpleType.BOOL, SimpleType.DYN);
  private static final ImmutableSet<CelType> DURATIONS = ImmutableSet.of(SimpleType.DURATION);
  private static final ImmutableSet<CelType> TIMES =
      ImmutableSet.of(SimpleType.STRING, SimpleType.DOUBLE, SimpleType.TIMESTAMP, SimpleType.DYN);

  private CelTypes() {}

  /** The type that a name of a kind has in expressions. */
  static CelType of(ValueKind kind) {
    return switch (kind) {
      case NUMBER -> SimpleType.DOUBLE;
      case TEXT -> SimpleType.STRING;
      case SCALAR -> SimpleType.DYN;
      case DURATION -> SimpleType.DURATION;
      case TIME -> SimpleType.TIMESTAMP;
    };
  }

  /** Whether an expression that gives a type can give a value of a kind. */
  static boolean fit(ValueKind kind, CelType given) {
    return switch (kind) {
      case NUMBER -> NUMBERS.contains(given);
      case TEXT -> TEXTS.contains(given);
      case SCALAR -> SCALARS.contains(given);
      case DURATION -> DURATIONS.contains(given);
      case TIME -> TIMES.contains(given);
    };
  }

  /** The type of a touchpoint's field. */
  static CelType of(TouchpointField.Shape shape) {
    return switch (shape) {
      case TEXT -> SimpleType.STRING;
      case TEXTS -> ListType.create(SimpleType.STRING);
      case TIME -> SimpleType.TIMESTAMP;
      case PROPERTIES -> MapType.create(SimpleType.STRING, SimpleType.DYN);
      case EMOTION -> StructTypeReference.create(EMOTION);
    };
  }
}
