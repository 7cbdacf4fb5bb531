package io.kizashi.core.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A comparison of something known of the customer with a number that stands in an expression.
 *
 * @param fact what is known: {@code signals}, {@code emotion}, …
 * @param field which of it
 * @param sign how it is compared, the fact on the left
 * @param bound the number
 */
public record Comparison(String fact, String field, Sign sign, double bound) {
  /** Beyond a bound by this part of it, at least of one: far below what anyone would notice. */
  private static final double BEYOND = 1e-6;

  /** How two numbers are compared. */
  public enum Sign {
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST
  }

  /** All that stand in an expression. */
  static List<Comparison> in(CelAbstractSyntaxTree ast) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == Kind.CALL)
        .flatMap(node -> of(node.expr().call()))
        .toList();
  }

  /** The one that an expression is, if it is nothing else. */
  static Optional<Comparison> only(CelAbstractSyntaxTree ast) {
    CelExpr whole = ast.getExpr();
    return whole.exprKind().getKind() == Kind.CALL
        ? of(whole.call()).findFirst()
        : Optional.empty();
  }

  private static Stream<Comparison> of(CelExpr.CelCall call) {
    Optional<Sign> sign = sign(call.function());
    if (sign.isEmpty() || call.args().size() != 2) {
      return Stream.empty();
    }
    CelExpr left = call.args().get(0);
    CelExpr right = call.args().get(1);
    return Stream.concat(
        of(left, sign.get(), right).stream(), of(right, mirrored(sign.get()), left).stream());
  }

  private static Optional<Comparison> of(CelExpr fact, Sign sign, CelExpr number) {
    Optional<Double> bound = number(number);
    boolean field =
        fact.exprKind().getKind() == Kind.SELECT
            && !fact.select().testOnly()
            && fact.select().operand().exprKind().getKind() == Kind.IDENT;
    if (bound.isEmpty() || !field) {
      return Optional.empty();
    }
    String name = fact.select().operand().ident().name();
    return Structures.FACTS.contains(name)
        ? Optional.of(new Comparison(name, fact.select().field(), sign, bound.get()))
        : Optional.empty();
  }

  private static Optional<Double> number(CelExpr expression) {
    if (expression.exprKind().getKind() == Kind.CALL && expression.call().function().equals("-_")) {
      return number(expression.call().args().get(0)).map(positive -> -positive);
    }
    if (expression.exprKind().getKind() != Kind.CONSTANT) {
      return Optional.empty();
    }
    CelConstant constant = expression.constant();
    return switch (constant.getKind()) {
      case DOUBLE_VALUE -> Optional.of(constant.doubleValue());
      case INT64_VALUE -> Optional.of((double) constant.int64Value());
      case NOT_SET,
          NULL_VALUE,
          BOOLEAN_VALUE,
          STRING_VALUE,
          BYTES_VALUE,
          UINT64_VALUE,
          DURATION_VALUE,
          TIMESTAMP_VALUE ->
          Optional.empty();
    };
  }

  private static Optional<Sign> sign(String function) {
    return switch (function) {
      case "_<_" -> Optional.of(Sign.LESS);
      case "_<=_" -> Optional.of(Sign.AT_MOST);
      case "_>_" -> Optional.of(Sign.MORE);
      case "_>=_" -> Optional.of(Sign.AT_LEAST);
      default -> Optional.empty();
    };
  }

  private static Sign mirrored(Sign sign) {
    return switch (sign) {
      case LESS -> Sign.MORE;
      case AT_MOST -> Sign.AT_LEAST;
      case MORE -> Sign.LESS;
      case AT_LEAST -> Sign.AT_MOST;
    };
  }

  /** Whether it holds; what is not known, or no number, makes it false and is counted. */
  boolean test(Bindings bindings, Misses misses) {
    Optional<Object> found = bindings.find(fact);
    if (found.isPresent()
        && found.get() instanceof Map<?, ?> fields
        && fields.get(field) instanceof Double value) {
      return switch (sign) {
        case LESS -> value < bound;
        case AT_MOST -> value <= bound;
        case MORE -> value > bound;
        case AT_LEAST -> value >= bound;
      };
    }
    misses.add();
    return false;
  }

  /** The fact, as explanations name it. */
  public String name() {
    return fact + "." + field;
  }

  /** The value nearest to another one with which it comes out otherwise. */
  public double turned(double value) {
    double step = BEYOND * Math.max(1, Math.abs(bound));
    return switch (sign) {
      case LESS -> value < bound ? bound : bound - step;
      case AT_MOST -> value <= bound ? bound + step : bound;
      case MORE -> value > bound ? bound : bound + step;
      case AT_LEAST -> value >= bound ? bound - step : bound;
    };
  }
}
