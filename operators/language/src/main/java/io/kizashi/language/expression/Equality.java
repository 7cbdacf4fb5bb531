package io.kizashi.language.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.kizashi.core.expression.Bindings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A comparison with a constant without which a condition can't be true. Many rules differ in such a
 * one only, so that it is asked first: it costs a hundredth of an evaluation.
 *
 * @param path a touchpoint's property
 * @param value a text, a double or a truth
 */
record Equality(PropertyPath path, Object value) {
  /** All that an expression can't do without: both sides of every {@code &&}. */
  static List<Equality> in(CelExpr expression) {
    return all(expression).toList();
  }

  private static Stream<Equality> all(CelExpr expression) {
    if (expression.exprKind().getKind() != Kind.CALL) {
      return Stream.empty();
    }
    List<CelExpr> args = expression.call().args();
    return switch (expression.call().function()) {
      case "_&&_" -> Stream.concat(all(args.get(0)), all(args.get(1)));
      case "_==_" ->
          Stream.concat(
              of(args.get(0), args.get(1)).stream(), of(args.get(1), args.get(0)).stream());
      default -> Stream.empty();
    };
  }

  private static Optional<Equality> of(CelExpr path, CelExpr value) {
    return value.exprKind().getKind() == Kind.CONSTANT
        ? RequiredProperties.path(path)
            .flatMap(known -> scalar(value.constant()).map(v -> new Equality(known, v)))
        : Optional.empty();
  }

  private static Optional<Object> scalar(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> Optional.of(constant.stringValue());
      case BOOLEAN_VALUE -> Optional.of(constant.booleanValue());
      case DOUBLE_VALUE -> Optional.of(constant.doubleValue());
      case INT64_VALUE -> Optional.of((double) constant.int64Value());
      case NOT_SET, NULL_VALUE, BYTES_VALUE, UINT64_VALUE, DURATION_VALUE, TIMESTAMP_VALUE ->
          Optional.empty();
    };
  }

  /** Whether the property is there, and another; what is of another kind is another. */
  boolean isRefuted(Bindings bindings) {
    Optional<Object> found = path.read(bindings);
    return found.isPresent() && !isEqual(found.get());
  }

  private boolean isEqual(Object found) {
    if (found instanceof Double number && value instanceof Double wanted) {
      return number.doubleValue() == wanted.doubleValue(); // a zero is one, whatever its sign
    }
    return found.equals(value);
  }
}
