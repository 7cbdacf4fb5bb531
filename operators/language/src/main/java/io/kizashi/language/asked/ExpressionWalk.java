package io.kizashi.language.asked;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.kizashi.core.expression.Bindings;
import io.kizashi.language.asked.Ask.Literal;
import io.kizashi.language.asked.Asked.Named;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Goes through one expression and finds what it asks of touchpoints. Where both sides of an {@code
 * &&} must hold, what one side says of the type, or of a property, is known to the other.
 */
final class ExpressionWalk {
  private static final Set<String> EQUAL = Set.of("_==_", "_!=_");
  private static final Set<String> AMONG = Set.of("@in", "_in_", "in");

  private final Scalar text;
  private final String place;
  private final CelAbstractSyntaxTree ast;
  private final Consumer<Ask> asks;
  private final Consumer<Named> types;

  ExpressionWalk(
      Scalar text,
      String place,
      CelAbstractSyntaxTree ast,
      Consumer<Ask> asks,
      Consumer<Named> types) {
    this.text = text;
    this.place = place;
    this.ast = ast;
    this.asks = asks;
    this.types = types;
  }

  /**
   * Finds all.
   *
   * @param names what names of touchpoints stand for
   * @param wanted what the expression must give; empty where that is open
   */
  void find(Map<String, Slot> names, Set<PropertyKind> wanted) {
    visit(ast.getExpr(), names, wanted);
  }

  private void visit(CelExpr expression, Map<String, Slot> names, Set<PropertyKind> wanted) {
    Optional<Slot> asked = Paths.slot(expression, names);
    if (asked.isPresent()) {
      boolean tested =
          expression.exprKind().getKind() == Kind.SELECT && expression.select().testOnly();
      ask(expression, asked.get(), tested ? Set.of() : wanted, List.of());
      return;
    }
    switch (expression.exprKind().getKind()) {
      case CALL -> call(expression, names, wanted);
      case SELECT -> visit(expression.select().operand(), names, Set.of());
      case LIST -> expression.list().elements().forEach(it -> visit(it, names, Set.of()));
      case COMPREHENSION -> {
        visit(expression.comprehension().iterRange(), names, PropertyKind.SEVERAL);
        visit(expression.comprehension().loopStep(), names, Set.of());
      }
      case CONSTANT, IDENT, MAP, STRUCT, NOT_SET -> {}
    }
  }

  private void call(CelExpr expression, Map<String, Slot> names, Set<PropertyKind> wanted) {
    CelExpr.CelCall call = expression.call();
    List<CelExpr> args = new ArrayList<>(call.target().stream().toList());
    args.addAll(call.args());
    String function = call.function();
    if (EQUAL.contains(function) || AMONG.contains(function)) {
      compare(args, AMONG.contains(function), names);
      return;
    }
    Map<String, Slot> known = new HashMap<>(names);
    known.computeIfPresent(Bindings.EVENT, (name, slot) -> Paths.narrowed(slot, expression));
    switch (function) {
      case "_&&_", "_||_", "!_" ->
          args.forEach(it -> visit(it, function.equals("_&&_") ? known : names, truth()));
      case "_?_:_" -> {
        visit(args.get(0), names, truth());
        args.subList(1, args.size()).forEach(it -> visit(it, names, wanted));
      }
      case "_<_", "_<=_", "_>_", "_>=_", "_+_", "_-_" -> {
        visit(args.get(0), names, Kinds.of(args.get(1)));
        visit(args.get(1), names, Kinds.of(args.get(0)));
      }
      case Paths.INDEX -> visit(args.get(0), names, Set.of(PropertyKind.LIST));
      default -> args.forEach(it -> visit(it, names, Kinds.taken(function)));
    }
  }

  private static Set<PropertyKind> truth() {
    return Set.of(PropertyKind.TRUTH);
  }

  // ---- equality ----

  private void compare(List<CelExpr> args, boolean among, Map<String, Slot> names) {
    CelExpr left = args.get(0);
    CelExpr right = args.get(1);
    boolean compared = compare(left, right, names) || (!among && compare(right, left, names));
    if (!compared) {
      visit(left, names, among ? Set.of() : Kinds.of(right));
      visit(right, names, among ? PropertyKind.SEVERAL : Kinds.of(left));
    }
  }

  /** Whether one is a value of touchpoints, and the other a constant, or several. */
  private boolean compare(CelExpr value, CelExpr constants, Map<String, Slot> names) {
    List<Literal> literals = literals(constants);
    Optional<Slot> slot = Paths.slot(value, names);
    if (slot.isEmpty() || literals.isEmpty()) {
      return false;
    }
    if (slot.get().path().equals(List.of("type"))) {
      literals.forEach(it -> types.accept(new Named(place, it.at(), String.valueOf(it.value()))));
      return true;
    }
    Set<PropertyKind> kinds = Kinds.of(literals.stream().map(Literal::value).toList());
    ask(value, slot.get().whatever(), kinds, literals); // else its own slip would hide it
    return true;
  }

  private List<Literal> literals(CelExpr constants) {
    List<CelExpr> all =
        constants.exprKind().getKind() == Kind.LIST
            ? constants.list().elements()
            : List.of(constants);
    List<Literal> literals =
        all.stream()
            .flatMap(it -> Kinds.constant(it).map(value -> new Literal(at(it, ""), value)).stream())
            .toList();
    return literals.size() == all.size() ? literals : List.of();
  }

  // ---- values of touchpoints ----

  private void ask(CelExpr value, Slot slot, Set<PropertyKind> kinds, List<Literal> literals) {
    if (slot.isTold()) {
      String name = slot.path().get(slot.path().size() - 1);
      asks.accept(new Ask(place, at(value, name), slot, kinds, literals));
    }
  }

  /** Where a part stands; only an expression on one line can be pointed into. */
  private Mark at(CelExpr part, String name) {
    int offset = ast.getSource().getPositionsMap().getOrDefault(part.id(), 0);
    int from =
        Math.max(offset, text.text().indexOf(name, text.text().offsetByCodePoints(0, offset)));
    return Gathering.at(text, from);
  }
}
