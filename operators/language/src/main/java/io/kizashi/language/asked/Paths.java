package io.kizashi.language.asked;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.kizashi.core.expression.Bindings;
import io.kizashi.language.asked.Slot.Given;
import io.kizashi.language.expression.EventTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which values of which touchpoints parts of expressions stand for. */
final class Paths {
  /** How CEL calls what looks into a list or an object. */
  static final String INDEX = "_[_]";

  private Paths() {}

  /** The touchpoints of a slot of which a condition holds. */
  static Slot narrowed(Slot slot, CelExpr condition) {
    return slot.narrowed(EventTypes.of(condition), given(condition).toList());
  }

  private static Stream<Given> given(CelExpr condition) {
    if (condition.exprKind().getKind() != Kind.CALL || condition.call().args().size() != 2) {
      return Stream.empty();
    }
    CelExpr left = condition.call().args().get(0);
    CelExpr right = condition.call().args().get(1);
    return switch (condition.call().function()) {
      case "_&&_" -> Stream.concat(given(left), given(right));
      case "_==_" -> Stream.concat(given(left, right), given(right, left));
      default -> Stream.empty();
    };
  }

  private static Stream<Given> given(CelExpr value, CelExpr constant) {
    Slot any = Slot.any();
    return slot(value, Map.of(Bindings.EVENT, any))
        .filter(Slot::isProperty)
        .flatMap(slot -> Kinds.constant(constant).map(it -> new Given(slot.path(), it)))
        .stream();
  }

  /** The value that an expression is, if it is one. */
  static Optional<Slot> slot(CelExpr expression, Map<String, Slot> names) {
    List<String> path = new ArrayList<>();
    CelExpr inner = expression;
    while (true) {
      Optional<String> name = name(inner);
      if (name.isEmpty()) {
        break;
      }
      path.add(0, name.get());
      inner =
          inner.exprKind().getKind() == Kind.SELECT
              ? inner.select().operand()
              : inner.call().args().get(0);
    }
    Optional<Slot> of =
        inner.exprKind().getKind() == Kind.IDENT && !path.isEmpty()
            ? Optional.ofNullable(names.get(inner.ident().name()))
            : Optional.empty();
    return of.map(it -> it.inside(path));
  }

  /** The name by which an expression looks into another one. */
  private static Optional<String> name(CelExpr expression) {
    if (expression.exprKind().getKind() == Kind.SELECT) {
      return Optional.of(expression.select().field());
    }
    return expression.exprKind().getKind() == Kind.CALL
            && expression.call().function().equals(INDEX)
            && expression.call().args().get(1).exprKind().getKind() == Kind.CONSTANT
            && expression.call().args().get(1).constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(expression.call().args().get(1).constant().stringValue())
        : Optional.empty();
  }
}
