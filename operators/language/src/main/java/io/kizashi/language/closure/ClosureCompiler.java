package io.kizashi.language.closure;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.kizashi.core.expression.Bindings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Compiles the forms of expressions that rules use; empty for all others. */
final class ClosureCompiler {
  private final Function<String, Optional<Duration>> lengths;

  ClosureCompiler(Function<String, Optional<Duration>> lengths) {
    this.lengths = lengths;
  }

  Optional<Closure> compile(CelExpr expression) {
    return switch (expression.exprKind().getKind()) {
      case CONSTANT -> constant(expression.constant()).map(value -> bindings -> value);
      case IDENT -> Optional.of(name(expression.ident().name()));
      case SELECT -> select(expression.select());
      case CALL -> call(expression.call());
      case LIST, MAP, STRUCT, COMPREHENSION, NOT_SET -> Optional.empty();
    };
  }

  private static Optional<Object> constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> Optional.of(constant.stringValue());
      case BOOLEAN_VALUE -> Optional.of(constant.booleanValue());
      case DOUBLE_VALUE -> Optional.of(constant.doubleValue());
      case INT64_VALUE -> Optional.of(constant.int64Value());
      case NOT_SET, NULL_VALUE, BYTES_VALUE, UINT64_VALUE, DURATION_VALUE, TIMESTAMP_VALUE ->
          Optional.empty();
    };
  }

  private static Closure name(String name) {
    return bindings -> bindings.find(name).orElse(Closure.UNKNOWN);
  }

  private Optional<Closure> select(CelExpr.CelSelect select) {
    String field = select.field();
    return compile(select.operand())
        .map(of -> select.testOnly() ? holds(of, field) : field(of, field));
  }

  private static Closure holds(Closure of, String field) {
    return bindings ->
        of.of(bindings) instanceof Map<?, ?> fields
            ? (Object) fields.containsKey(field)
            : Closure.UNKNOWN;
  }

  private static Closure field(Closure of, String field) {
    return bindings -> {
      Object value = of.of(bindings) instanceof Map<?, ?> fields ? fields.get(field) : null;
      return value == null ? Closure.UNKNOWN : value;
    };
  }

  private Optional<Closure> call(CelExpr.CelCall call) {
    List<CelExpr> args = new ArrayList<>();
    call.target().ifPresent(args::add);
    args.addAll(call.args());
    return switch (args.size()) {
      case 1 -> unary(call.function(), args.get(0));
      case 2 -> binary(call.function(), args.get(0), args.get(1));
      case 3 -> ternary(call.function(), args);
      default -> Optional.empty();
    };
  }

  private Optional<Closure> unary(String function, CelExpr argument) {
    if (function.equals("duration") || Lengths.UNITS.containsKey(function)) {
      return length(function, argument).map(length -> bindings -> length);
    }
    return Operators.unary(function)
        .flatMap(operator -> compile(argument).map(of -> b -> operator.apply(of.of(b))));
  }

  /** A length of time that stands in the expression. */
  private Optional<Duration> length(String function, CelExpr argument) {
    Optional<Object> written =
        Optional.of(argument)
            .filter(it -> it.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT)
            .flatMap(it -> constant(it.constant()));
    return function.equals("duration")
        ? written.filter(String.class::isInstance).flatMap(it -> lengths.apply((String) it))
        : written.filter(Double.class::isInstance).map(it -> Lengths.of(function, (Double) it));
  }

  private Optional<Closure> binary(String function, CelExpr left, CelExpr right) {
    if (function.equals("@in")) {
      return texts(right).flatMap(texts -> compile(left).map(of -> among(of, texts)));
    }
    if (function.equals("matches")) {
      return Matching.of(right)
          .flatMap(matching -> compile(left).map(of -> b -> matching.apply(of.of(b))));
    }
    Optional<Closure> one = compile(left);
    Optional<Closure> other = compile(right);
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    Closure a = one.get();
    Closure b = other.get();
    return switch (function) {
      case "_&&_" -> Optional.of(bindings -> both(a, b, bindings));
      case "_||_" -> Optional.of(bindings -> either(a, b, bindings));
      default ->
          Operators.binary(function)
              .map(operator -> bindings -> operator.apply(a.of(bindings), b.of(bindings)));
    };
  }

  /** What one side decides alone, the other can't change, not even by an error. */
  private static Object both(Closure a, Closure b, Bindings bindings) {
    Object left = a.of(bindings);
    if (Boolean.FALSE.equals(left)) {
      return false;
    }
    Object right = left instanceof Boolean ? b.of(bindings) : Closure.UNKNOWN;
    return right instanceof Boolean ? right : Closure.UNKNOWN;
  }

  private static Object either(Closure a, Closure b, Bindings bindings) {
    Object left = a.of(bindings);
    if (Boolean.TRUE.equals(left)) {
      return true;
    }
    Object right = left instanceof Boolean ? b.of(bindings) : Closure.UNKNOWN;
    return right instanceof Boolean ? right : Closure.UNKNOWN;
  }

  private static Closure among(Closure of, Set<Object> texts) {
    return bindings ->
        of.of(bindings) instanceof String text ? (Object) texts.contains(text) : Closure.UNKNOWN;
  }

  /** The texts of a list that holds nothing else. */
  private static Optional<Set<Object>> texts(CelExpr list) {
    if (list.exprKind().getKind() != CelExpr.ExprKind.Kind.LIST) {
      return Optional.empty();
    }
    Set<Object> texts = new HashSet<>();
    for (CelExpr element : list.list().elements()) {
      boolean text =
          element.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
              && element.constant().getKind() == CelConstant.Kind.STRING_VALUE;
      if (!text) {
        return Optional.empty();
      }
      texts.add(element.constant().stringValue());
    }
    return Optional.of(texts);
  }

  private Optional<Closure> ternary(String function, List<CelExpr> args) {
    List<Closure> parts = args.stream().flatMap(part -> compile(part).stream()).toList();
    if (!function.equals("_?_:_") || parts.size() != args.size()) {
      return Optional.empty();
    }
    return Optional.of(
        bindings ->
            parts.get(0).of(bindings) instanceof Boolean holds
                ? parts.get(holds ? 1 : 2).of(bindings)
                : Closure.UNKNOWN);
  }
}
