package io.kizashi.language.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableCall;
import dev.cel.common.ast.CelMutableExpr.CelMutableComprehension;
import dev.cel.common.ast.CelMutableExprConverter;
import java.util.List;
import java.util.Set;

/**
 * Makes doubles of the whole numbers of an expression, and of what counts: all numbers that rules
 * read are doubles, and CEL neither compares nor calculates with both. So {@code 3} is {@code 3.0},
 * and a size compares with either. Whole stay the place in a list, what is turned into another
 * kind, and what no double is equal to.
 */
final class Doubles {
  /** What takes a whole number. */
  private static final Set<String> OF_WHOLE =
      Set.of("_[_]", "string", "timestamp", "int", "double");

  /** What gives one. */
  private static final Set<String> COUNTS = Set.of("size", "int");

  /** What gives what it is given. */
  private static final String CHOICE = "_?_:_";

  /** Up to here there is a double for each. */
  private static final long EXACT = 1L << 53;

  /** Beyond the ids that the parser gives. */
  private long id = 1L << 32;

  private Doubles() {}

  /** A parsed expression with doubles for whole numbers; its places stay. */
  static CelAbstractSyntaxTree in(CelAbstractSyntaxTree parsed) {
    CelMutableExpr expression = CelMutableExprConverter.fromCelExpr(parsed.getExpr());
    new Doubles().visit(expression, false);
    return CelAbstractSyntaxTree.newParsedAst(
        CelMutableExprConverter.fromMutableExpr(expression), parsed.getSource());
  }

  /**
   * Goes through an expression.
   *
   * @param whole whether it may be whole where it stands
   */
  private void visit(CelMutableExpr expression, boolean whole) {
    switch (expression.getKind()) {
      case CONSTANT -> {
        if (!whole) {
          number(expression);
        }
      }
      case SELECT -> visit(expression.select().operand(), false);
      case CALL -> call(expression, whole);
      case LIST -> all(expression.list().elements());
      case MAP -> expression.map().entries().forEach(entry -> visit(entry.value(), false));
      case STRUCT -> expression.struct().entries().forEach(entry -> visit(entry.value(), false));
      case COMPREHENSION -> comprehension(expression.comprehension());
      case IDENT, NOT_SET -> {}
    }
  }

  private static void number(CelMutableExpr expression) {
    CelConstant constant = expression.constant();
    if (constant.getKind() == CelConstant.Kind.INT64_VALUE
        && Math.abs(constant.int64Value()) <= EXACT) {
      expression.setConstant(CelConstant.ofValue((double) constant.int64Value()));
    }
  }

  private void all(List<CelMutableExpr> expressions) {
    expressions.forEach(expression -> visit(expression, false));
  }

  private void comprehension(CelMutableComprehension through) {
    all(
        List.of(
            through.iterRange(),
            through.accuInit(),
            through.loopCondition(),
            through.loopStep(),
            through.result()));
  }

  private void call(CelMutableExpr expression, boolean whole) {
    CelMutableCall call = expression.call();
    boolean takesWhole = OF_WHOLE.contains(call.function());
    call.target().ifPresent(target -> visit(target, false));
    boolean chooses = call.function().equals(CHOICE);
    call.args()
        .forEach(
            argument -> visit(argument, (takesWhole && isWhole(argument)) || (chooses && whole)));
    if (COUNTS.contains(call.function()) && !whole) {
      CelMutableExpr counted = CelMutableExpr.ofCall(id++, call);
      expression.setCall(CelMutableCall.create("double", counted));
    }
  }

  private static boolean isWhole(CelMutableExpr argument) {
    return argument.getKind() == Kind.CONSTANT
        || (argument.getKind() == Kind.CALL
            && (COUNTS.contains(argument.call().function())
                || argument.call().function().equals(CHOICE)));
  }
}
