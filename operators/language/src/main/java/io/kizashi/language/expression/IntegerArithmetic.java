package io.kizashi.language.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.SimpleType;
import java.util.Optional;
import java.util.Set;

/** Finds calculations with whole numbers: they pass the check and then fail on every double. */
final class IntegerArithmetic {
  private static final Set<String> OPERATORS = Set.of("_+_", "_-_", "_*_", "_/_", "_%_");

  private IntegerArithmetic() {}

  /** The id of the first such calculation. */
  static Optional<Long> in(CelAbstractSyntaxTree ast) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .map(node -> node.expr())
        .filter(expr -> isCalculation(expr) && isWhole(ast, expr))
        .map(CelExpr::id)
        .findFirst();
  }

  private static boolean isCalculation(CelExpr expr) {
    return expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
        && OPERATORS.contains(expr.call().function());
  }

  private static boolean isWhole(CelAbstractSyntaxTree ast, CelExpr expr) {
    return ast.getType(expr.id()).filter(SimpleType.INT::equals).isPresent();
  }
}
