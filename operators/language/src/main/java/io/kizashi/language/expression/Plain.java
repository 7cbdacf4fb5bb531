package io.kizashi.language.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;

/**
 * Tells whether an expression says no more than its {@link Equality equalities} and the {@link
 * EventTypes types} that it names: then these decide, and it need not be interpreted. Most of what
 * rules ask of a touchpoint is so.
 */
final class Plain {
  private Plain() {}

  static boolean is(CelExpr expression) {
    return isCall(expression, "_&&_")
        ? is(argument(expression, 0)) && is(argument(expression, 1))
        : isOfTypes(expression) || isEquality(expression);
  }

  private static boolean isOfTypes(CelExpr expression) {
    return isCall(expression, "_||_")
        ? isOfTypes(argument(expression, 0)) && isOfTypes(argument(expression, 1))
        : !isCall(expression, "_&&_") && EventTypes.of(expression).isPresent();
  }

  private static boolean isEquality(CelExpr expression) {
    return isCall(expression, "_==_") && !Equality.in(expression).isEmpty();
  }

  private static boolean isCall(CelExpr expression, String function) {
    return expression.exprKind().getKind() == Kind.CALL
        && expression.call().function().equals(function);
  }

  private static CelExpr argument(CelExpr call, int index) {
    return call.call().args().get(index);
  }
}
