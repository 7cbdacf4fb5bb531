package io.kizashi.language.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import io.kizashi.core.expression.Comparison;
import io.kizashi.core.expression.Comparison.Sign;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the comparisons with numbers that stand in an expression. */
final class Comparisons {
  private Comparisons() {}

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
    return Structures.isFact(name)
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
}
