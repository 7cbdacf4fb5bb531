package io.kizashi.language.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import io.kizashi.core.expression.FactName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the properties without which an expression can't be true. Both sides of an {@code &&}
 * count, as a missing one makes the whole false, and so does what a comprehension goes through;
 * what stands under {@code ||}, {@code ?:}, {@code has} or in a comprehension does not, as the rest
 * may decide.
 */
final class RequiredProperties {
  /** What has fields that may be missing. */
  private static final Set<String> OPTIONAL =
      Set.of(FactName.CUSTOMER.text(), FactName.SIGNALS.text());

  /** What there is none of while the customer has shown no emotion. */
  private static final Set<String> OF_EMOTION = Set.of("lowest", "highest", "label");

  private static final Set<String> LENIENT = Set.of("_||_", "_?_:_", "@not_strictly_false");

  private final Set<PropertyPath> found = new HashSet<>();

  private RequiredProperties() {}

  static Set<PropertyPath> of(CelExpr expression) {
    RequiredProperties search = new RequiredProperties();
    search.visit(expression);
    return search.found;
  }

  private void visit(CelExpr expression) {
    ExprKind.Kind kind = expression.exprKind().getKind();
    if (kind == ExprKind.Kind.CALL) {
      visitCall(expression.call());
    } else if (kind == ExprKind.Kind.SELECT && !expression.select().testOnly()) {
      visitSelect(expression.select());
    } else if (kind == ExprKind.Kind.COMPREHENSION) {
      visit(expression.comprehension().iterRange());
    }
  }

  private void visitCall(CelExpr.CelCall call) {
    if (LENIENT.contains(call.function())) {
      return;
    }
    call.target().ifPresent(this::visit);
    List<CelExpr> args = call.args();
    args.forEach(this::visit);
  }

  private void visitSelect(CelExpr.CelSelect select) {
    CelExpr operand = select.operand();
    if (operand.exprKind().getKind() == ExprKind.Kind.IDENT) {
      if (mayBeMissing(operand.ident().name(), select.field())) {
        found.add(new PropertyPath(operand.ident().name(), select.field()));
      }
    } else if (operand.exprKind().getKind() == ExprKind.Kind.SELECT
        && isProperties(operand.select())) {
      found.add(new PropertyPath(operand.select().operand().ident().name(), select.field()));
    } else {
      visit(operand);
    }
  }

  private static boolean mayBeMissing(String owner, String field) {
    return OPTIONAL.contains(owner)
        || (owner.equals(FactName.EMOTION.text()) && OF_EMOTION.contains(field));
  }

  private static boolean isProperties(CelExpr.CelSelect select) {
    return select.field().equals("properties")
        && select.operand().exprKind().getKind() == ExprKind.Kind.IDENT;
  }

  /** The property of a touchpoint that an expression is, if it is one. */
  static Optional<PropertyPath> path(CelExpr expression) {
    if (expression.exprKind().getKind() != ExprKind.Kind.SELECT
        || expression.select().testOnly()
        || expression.select().operand().exprKind().getKind() != ExprKind.Kind.SELECT) {
      return Optional.empty();
    }
    CelExpr.CelSelect inner = expression.select().operand().select();
    return isProperties(inner)
        ? Optional.of(new PropertyPath(inner.operand().ident().name(), expression.select().field()))
        : Optional.empty();
  }
}
