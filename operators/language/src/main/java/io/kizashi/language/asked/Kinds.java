package io.kizashi.language.asked;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which kinds of values parts of expressions give, and take. */
final class Kinds {
  private static final Set<String> CALCULATING = Set.of("_*_", "_/_", "_%_", "-_", "min", "max");

  private Kinds() {}

  /** What an expression gives; empty where it can't be told. */
  static Set<PropertyKind> of(CelExpr expression) {
    boolean call = expression.exprKind().getKind() == Kind.CALL;
    if (call && CALCULATING.contains(expression.call().function())) {
      return Set.of(PropertyKind.NUMBER);
    }
    return constant(expression).map(PropertyKind::of).map(Set::of).orElse(Set.of());
  }

  /** The kinds of values. */
  static Set<PropertyKind> of(Collection<Object> values) {
    Set<PropertyKind> kinds = new HashSet<>();
    values.forEach(value -> kinds.add(PropertyKind.of(value)));
    return kinds;
  }

  /** What a function takes; empty where that is open. */
  static Set<PropertyKind> taken(String function) {
    return switch (function) {
      case "startsWith", "endsWith", "contains", "matches", "timestamp", "duration", "years" ->
          Set.of(PropertyKind.TEXT);
      case "size" -> PropertyKind.SIZED;
      case "days", "hours", "minutes" -> Set.of(PropertyKind.NUMBER);
      default -> CALCULATING.contains(function) ? Set.of(PropertyKind.NUMBER) : Set.of();
    };
  }

  /** A constant as touchpoints have it. */
  static Optional<Object> constant(CelExpr expression) {
    if (expression.exprKind().getKind() != Kind.CONSTANT) {
      return Optional.empty();
    }
    CelConstant constant = expression.constant();
    return switch (constant.getKind()) {
      case STRING_VALUE -> Optional.of(constant.stringValue());
      case BOOLEAN_VALUE -> Optional.of(constant.booleanValue());
      case DOUBLE_VALUE -> Optional.of(constant.doubleValue());
      case INT64_VALUE -> Optional.of((double) constant.int64Value());
      case NOT_SET, NULL_VALUE, BYTES_VALUE, UINT64_VALUE, DURATION_VALUE, TIMESTAMP_VALUE ->
          Optional.empty();
    };
  }
}
