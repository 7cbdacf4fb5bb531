package io.kizashi.language.expression;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import io.kizashi.core.expression.Bindings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an expression asks of the touchpoint at hand.
 *
 * @param all properties that it reads
 * @param measured of these, those that it takes for an amount or a truth, and so for a state: what
 *     it compares with a text only says which thing the touchpoint is about
 * @param onlyType whether it asks of the touchpoint nothing but its type
 */
public record PropertiesRead(Set<String> all, Set<String> measured, boolean onlyType) {
  private static final CelParser PARSER =
      CelParserFactory.standardCelParserBuilder()
          .setOptions(CelOptions.current().build())
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .build();

  private static final Set<String> EQUAL = Set.of("_==_", "_!=_");
  private static final Set<String> NAMING =
      Set.of("@in", "_in_", "in", "startsWith", "endsWith", "contains", "matches");

  /** Copies the sets. */
  public PropertiesRead {
    all = Set.copyOf(all);
    measured = Set.copyOf(measured);
  }

  /** What a compiled expression asks; of a text that is none, nothing. */
  public static PropertiesRead in(String text) {
    Search search = new Search();
    try {
      search.visit(PARSER.parse(text).getAst().getExpr(), true);
    } catch (CelValidationException e) {
      return new PropertiesRead(Set.of(), Set.of(), false);
    }
    return new PropertiesRead(
        search.all, search.measured, !search.bare && search.fields.equals(Set.of("type")));
  }

  private static final class Search {
    private final Set<String> all = new TreeSet<>();
    private final Set<String> measured = new TreeSet<>();
    private final Set<String> fields = new TreeSet<>();
    private boolean bare;

    /** Looks at an expression, which stands where an amount or a truth is meant, or a text. */
    void visit(CelExpr expression, boolean measures) {
      Optional<PropertyPath> path = RequiredProperties.path(expression);
      if (path.isPresent() && path.get().variable().equals(Bindings.EVENT)) {
        fields.add("properties");
        all.add(path.get().property());
        if (measures) {
          measured.add(path.get().property());
        }
        return;
      }
      switch (expression.exprKind().getKind()) {
        case SELECT -> select(expression.select());
        case CALL -> call(expression.call(), measures);
        case LIST -> expression.list().elements().forEach(element -> visit(element, false));
        case COMPREHENSION -> {
          visit(expression.comprehension().iterRange(), false);
          visit(expression.comprehension().loopStep(), true);
        }
        case IDENT -> bare |= isEvent(expression);
        case CONSTANT, MAP, STRUCT, NOT_SET -> {}
      }
    }

    private void select(CelExpr.CelSelect select) {
      if (isEvent(select.operand())) {
        fields.add(select.field());
      } else {
        visit(select.operand(), false);
      }
    }

    private void call(CelExpr.CelCall call, boolean measures) {
      List<CelExpr> args = call.args();
      boolean named =
          NAMING.contains(call.function())
              || (EQUAL.contains(call.function()) && args.stream().noneMatch(Search::isAmount));
      boolean inner = !named && (measures || !EQUAL.contains(call.function()));
      call.target().ifPresent(target -> visit(target, inner));
      args.forEach(arg -> visit(arg, inner));
    }

    /** Whether it is a number or a truth, or is calculated: no text and no other thing's name. */
    private static boolean isAmount(CelExpr expression) {
      return switch (expression.exprKind().getKind()) {
        case CONSTANT -> expression.constant().getKind() != CelConstant.Kind.STRING_VALUE;
        case CALL -> true;
        case SELECT, LIST, IDENT, COMPREHENSION, MAP, STRUCT, NOT_SET -> false;
      };
    }

    private static boolean isEvent(CelExpr expression) {
      return expression.exprKind().getKind() == Kind.IDENT
          && expression.ident().name().equals(Bindings.EVENT);
    }
  }
}
