package io.kizashi.language.closure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** CEL's operators on the values that touchpoints and signals hold; unknown on all others. */
final class Operators {
  /** Up to here a whole number is the same as a double. */
  private static final double EXACT = 0x1p53;

  private Operators() {}

  static Optional<UnaryOperator<Object>> unary(String function) {
    return switch (function) {
      case "!_" -> Optional.of(it -> it instanceof Boolean b ? (Object) !b : Closure.UNKNOWN);
      case "-_" -> Optional.of(it -> it instanceof Double d ? (Object) (-d) : Closure.UNKNOWN);
      case "size" -> Optional.of(Operators::size);
      case "double" -> Optional.of(Operators::number);
      default -> Optional.empty();
    };
  }

  private static Object number(Object of) {
    if (of instanceof Double) {
      return of;
    }
    return of instanceof Long whole ? (Object) whole.doubleValue() : Closure.UNKNOWN;
  }

  private static Object size(Object of) {
    if (of instanceof String text) {
      return (long) text.codePointCount(0, text.length());
    }
    if (of instanceof List<?> list) {
      return (long) list.size();
    }
    return of instanceof Map<?, ?> map ? (Object) (long) map.size() : Closure.UNKNOWN;
  }

  static Optional<BinaryOperator<Object>> binary(String function) {
    return switch (function) {
      case "_==_" -> Optional.of(Operators::equal);
      case "_!=_" ->
          Optional.of((a, b) -> equal(a, b) instanceof Boolean is ? !is : Closure.UNKNOWN);
      case "_<_" -> Optional.of(ordered(order -> order < 0));
      case "_<=_" -> Optional.of(ordered(order -> order <= 0));
      case "_>_" -> Optional.of(ordered(order -> order > 0));
      case "_>=_" -> Optional.of(ordered(order -> order >= 0));
      case "_+_" -> Optional.of(Operators::sum);
      case "_-_" -> Optional.of(Operators::difference);
      case "_*_" -> Optional.of(numbers((a, b) -> a * b));
      case "_/_" -> Optional.of(numbers((a, b) -> a / b));
      case "min" -> Optional.of(numbers(Math::min));
      case "max" -> Optional.of(numbers(Math::max));
      case Years.NAME -> Optional.of(Operators::years);
      case "startsWith" -> Optional.of(texts(String::startsWith));
      case "endsWith" -> Optional.of(texts(String::endsWith));
      case "contains" -> Optional.of(texts(String::contains));
      default -> Optional.empty();
    };
  }

  /** Numbers are equal whatever their kind; of two scalars of different kinds none is the other. */
  private static Object equal(Object a, Object b) {
    if (a instanceof String || a instanceof Boolean) {
      return isScalar(b) ? (Object) a.equals(b) : Closure.UNKNOWN;
    }
    if (a instanceof Number one && b instanceof Number other) {
      return areExact(one, other)
          ? (Object) (one.doubleValue() == other.doubleValue())
          : Closure.UNKNOWN;
    }
    return a instanceof Number && isScalar(b) ? (Object) false : Closure.UNKNOWN;
  }

  private static boolean isScalar(Object value) {
    return value instanceof String || value instanceof Boolean || value instanceof Number;
  }

  /** CEL tells a whole zero from a negative one, and compares large whole numbers exactly. */
  private static boolean areExact(Number one, Number other) {
    if (one instanceof Double a && other instanceof Double b) {
      return !a.isNaN() && !b.isNaN();
    }
    return isWithin(one) && isWithin(other);
  }

  private static boolean isWithin(Number number) {
    double size = Math.abs(number.doubleValue());
    return size < EXACT && (number instanceof Long || size > 0);
  }

  private static BinaryOperator<Object> ordered(IntPredicate holds) {
    return (a, b) -> {
      if (a instanceof Number one && b instanceof Number other) {
        return ordered(holds, one, other);
      }
      if (a instanceof String one && b instanceof String other) {
        return holds.test(one.compareTo(other));
      }
      if (a instanceof Duration one && b instanceof Duration other) {
        return holds.test(one.compareTo(other));
      }
      return a instanceof Instant one && b instanceof Instant other
          ? (Object) holds.test(one.compareTo(other))
          : Closure.UNKNOWN;
    };
  }

  private static Object ordered(IntPredicate holds, Number one, Number other) {
    double left = one.doubleValue();
    double right = other.doubleValue();
    if (!areExact(one, other)) {
      return Closure.UNKNOWN;
    }
    return holds.test(left < right ? -1 : left > right ? 1 : 0);
  }

  private static Object sum(Object a, Object b) {
    if (a instanceof Double one && b instanceof Double other) {
      return one + other;
    }
    return a instanceof String one && b instanceof String other ? one + other : Closure.UNKNOWN;
  }

  private static Object difference(Object a, Object b) {
    if (a instanceof Double one && b instanceof Double other) {
      return one - other;
    }
    return a instanceof Instant one && b instanceof Instant other
        ? Duration.between(other, one)
        : Closure.UNKNOWN;
  }

  private static Object years(Object date, Object today) {
    return date instanceof String from && today instanceof String to
        ? Years.between(from, to).map(Object.class::cast).orElse(Closure.UNKNOWN)
        : Closure.UNKNOWN;
  }

  /** What two numbers give. */
  @FunctionalInterface
  private interface OfNumbers {
    double of(double a, double b);
  }

  private static BinaryOperator<Object> numbers(OfNumbers of) {
    return (a, b) ->
        a instanceof Double one && b instanceof Double other
            ? (Object) of.of(one, other)
            : Closure.UNKNOWN;
  }

  /** What two texts give. */
  @FunctionalInterface
  private interface OfTexts {
    boolean of(String a, String b);
  }

  private static BinaryOperator<Object> texts(OfTexts of) {
    return (a, b) ->
        a instanceof String one && b instanceof String other
            ? (Object) of.of(one, other)
            : Closure.UNKNOWN;
  }
}
