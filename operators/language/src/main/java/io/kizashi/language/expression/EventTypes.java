package io.kizashi.language.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.kizashi.core.expression.Bindings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the touchpoint types that a condition can hold for, so that others need not be asked. */
public final class EventTypes {
  private EventTypes() {}

  /** The types; empty where the condition may hold for any. */
  public static Optional<Set<String>> of(CelExpr expression) {
    if (expression.exprKind().getKind() != Kind.CALL) {
      return Optional.empty();
    }
    List<CelExpr> args = expression.call().args();
    return switch (expression.call().function()) {
      case "_&&_" -> both(of(args.get(0)), of(args.get(1)));
      case "_||_" -> either(of(args.get(0)), of(args.get(1)));
      case "_==_" -> equal(args.get(0), args.get(1)).or(() -> equal(args.get(1), args.get(0)));
      case "@in", "_in_", "in" -> among(args.get(0), args.get(1));
      default -> Optional.empty();
    };
  }

  private static Optional<Set<String>> both(Optional<Set<String>> a, Optional<Set<String>> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    Set<String> common = new HashSet<>(a.get());
    common.retainAll(b.get());
    return Optional.of(common);
  }

  private static Optional<Set<String>> either(Optional<Set<String>> a, Optional<Set<String>> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    Set<String> all = new HashSet<>(a.get());
    all.addAll(b.get());
    return Optional.of(all);
  }

  private static Optional<Set<String>> equal(CelExpr name, CelExpr value) {
    return isEventType(name) ? text(value).map(Set::of) : Optional.empty();
  }

  private static Optional<Set<String>> among(CelExpr name, CelExpr list) {
    if (!isEventType(name) || list.exprKind().getKind() != Kind.LIST) {
      return Optional.empty();
    }
    Set<String> types = new HashSet<>();
    for (CelExpr element : list.list().elements()) {
      Optional<String> type = text(element);
      if (type.isEmpty()) {
        return Optional.empty();
      }
      types.add(type.get());
    }
    return Optional.of(types);
  }

  private static boolean isEventType(CelExpr expression) {
    if (expression.exprKind().getKind() != Kind.SELECT) {
      return false;
    }
    CelExpr operand = expression.select().operand();
    return !expression.select().testOnly()
        && expression.select().field().equals("type")
        && operand.exprKind().getKind() == Kind.IDENT
        && operand.ident().name().equals(Bindings.EVENT);
  }

  private static Optional<String> text(CelExpr expression) {
    return expression.exprKind().getKind() == Kind.CONSTANT
            && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(expression.constant().stringValue())
        : Optional.empty();
  }
}
