package io.kizashi.language.explain;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelUnparserFactory;
import io.kizashi.core.expression.FactName;
import io.kizashi.language.closure.Lengths;
import io.kizashi.language.explain.Claim.Look;
import io.kizashi.language.explain.Claim.Relation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what an expression says. Macros are not expanded, so that {@code has} is seen as its author
 * wrote it.
 */
final class Reading {
  private static final Map<String, Relation> RELATIONS =
      Map.of(
          "_==_", Relation.IS,
          "_!=_", Relation.IS_NOT,
          "_>_", Relation.MORE,
          "_>=_", Relation.AT_LEAST,
          "_<_", Relation.LESS,
          "_<=_", Relation.AT_MOST);
  private static final Map<String, Look> LOOKS =
      Map.of(
          "startsWith", Look.STARTS,
          "endsWith", Look.ENDS,
          "contains", Look.CONTAINS,
          "matches", Look.MATCHES);
  private static final Map<String, String> SIGNS =
      Map.of("_+_", "+", "_-_", "−", "_*_", "×", "_/_", "÷");

  private Reading() {}

  /** What a condition says. */
  static Claim claim(String text) {
    return parse(text).map(Reading::claim).orElseGet(() -> new Claim.Quoted(text, true));
  }

  /** What a value is. */
  static Term term(String text) {
    return parse(text).map(Reading::term).orElseGet(() -> new Term.Code(text));
  }

  private static Optional<CelExpr> parse(String text) {
    try {
      return Optional.of(
          CelParserFactory.standardCelParserBuilder().build().parse(text).getAst().getExpr());
    } catch (CelValidationException e) {
      return Optional.empty(); // rules that compiled never come here
    }
  }

  private static Claim claim(CelExpr expr) {
    if (expr.exprKind().getKind() != Kind.CALL) {
      Term term = term(expr);
      return term instanceof Term.Code code
          ? new Claim.Quoted(code.text(), true)
          : new Claim.Holds(term, true);
    }
    CelExpr.CelCall call = expr.call();
    List<CelExpr> args = call.args();
    Relation relation = RELATIONS.get(call.function());
    if (relation != null) {
      return Meaning.compares(term(args.get(0)), relation, term(args.get(1)));
    }
    Look look = LOOKS.get(call.function());
    if (look != null && call.target().isPresent()) {
      return Meaning.looks(term(call.target().get()), look, term(args.get(0)));
    }
    return switch (call.function()) {
      case "_&&_" -> Claim.all(claim(args.get(0)), claim(args.get(1)));
      case "_||_" -> Claim.any(claim(args.get(0)), claim(args.get(1)));
      case "!_" -> claim(args.get(0)).not();
      case "has" -> new Claim.Has(term(args.get(0)), true);
      case "@in", "_in_" -> among(expr, args.get(0), args.get(1));
      case "_[_]" -> holds(expr);
      case "exists" -> exists(expr, call);
      default -> new Claim.Quoted(code(expr), true);
    };
  }

  private static Claim holds(CelExpr expr) {
    Term term = term(expr);
    return term instanceof Term.Code code
        ? new Claim.Quoted(code.text(), true)
        : new Claim.Holds(term, true);
  }

  private static Claim among(CelExpr expr, CelExpr one, CelExpr several) {
    Term term = term(one);
    if (several.exprKind().getKind() != Kind.LIST) {
      Term list = term(several);
      return list instanceof Term.Code
          ? new Claim.Quoted(code(expr), true)
          : new Claim.Looks(list, Look.CONTAINS, term, true);
    }
    List<Term> terms =
        several.list().elements().stream()
            .map(element -> Meaning.beside(term, term(element)))
            .toList();
    return terms.size() == 1
        ? new Claim.Compares(term, Relation.IS, terms.get(0))
        : new Claim.Among(term, terms, true);
  }

  /** Of a list that one of its values is the same as another: that the list contains it. */
  private static Claim exists(CelExpr expr, CelExpr.CelCall call) {
    List<CelExpr> args = call.args();
    if (call.target().isPresent()
        && args.size() == 2
        && args.get(0).exprKind().getKind() == Kind.IDENT
        && claim(args.get(1)) instanceof Claim.Compares compares
        && compares.relation().equals(Relation.IS)
        && compares.left().equals(term(args.get(0)))) {
      return new Claim.Looks(term(call.target().get()), Look.CONTAINS, compares.right(), true);
    }
    return new Claim.Quoted(code(expr), true);
  }

  private static Term term(CelExpr expr) {
    Optional<Term> term =
        switch (expr.exprKind().getKind()) {
          case CONSTANT -> constant(expr.constant());
          case SELECT -> select(expr.select());
          case CALL -> calculation(expr.call());
          case IDENT ->
              expr.ident().name().equals(FactName.NOW.text())
                  ? Optional.of(new Term.Now())
                  : none();
          case NOT_SET, LIST, STRUCT, MAP, COMPREHENSION -> none();
        };
    return term.orElseGet(() -> new Term.Code(code(expr)));
  }

  private static Optional<Term> none() {
    return Optional.empty();
  }

  private static Optional<Term> constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case BOOLEAN_VALUE -> Optional.of(new Term.Truth(constant.booleanValue()));
      case INT64_VALUE -> Optional.of(new Term.Figure(String.valueOf(constant.int64Value())));
      case DOUBLE_VALUE -> Optional.of(new Term.Figure(plain(constant.doubleValue())));
      case STRING_VALUE -> Optional.of(new Term.Text(constant.stringValue()));
      default -> none(); // null, bytes, unsigned: no rule needs them
    };
  }

  /** A number, as people write it. */
  static String plain(double number) {
    BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
    return number == 0 ? "0" : exact.toPlainString();
  }

  private static Optional<Term> select(CelExpr.CelSelect select) {
    CelExpr operand = select.operand();
    if (operand.exprKind().getKind() == Kind.IDENT) {
      return Optional.of(new Term.Field(operand.ident().name(), select.field()));
    }
    boolean inner =
        operand.exprKind().getKind() == Kind.SELECT
            && operand.select().operand().exprKind().getKind() == Kind.IDENT;
    return inner
        ? deeper(operand.select().operand().ident().name(), operand.select(), select.field())
        : none();
  }

  private static Optional<Term> deeper(String owner, CelExpr.CelSelect inner, String field) {
    return Optional.of(
        inner.field().equals("properties")
            ? new Term.Property(owner, field)
            : new Term.Field(owner, inner.field() + "." + field));
  }

  private static Optional<Term> calculation(CelExpr.CelCall call) {
    List<CelExpr> args = call.args();
    String sign = SIGNS.get(call.function());
    if (sign != null) {
      return Optional.of(Meaning.sum(term(args.get(0)), sign, term(args.get(1))));
    }
    return switch (call.function()) {
      case "min", "max" ->
          Optional.of(
              new Term.Extreme(
                  call.function().equals("min"), term(args.get(0)), term(args.get(1))));
      case "_[_]" -> index(args.get(0), args.get(1));
      case "_?_:_" ->
          Optional.of(new Term.Choice(claim(args.get(0)), term(args.get(1)), term(args.get(2))));
      case "size" ->
          Optional.of(
              new Term.Measure(
                  Wording.TERM_SIZE, term(call.target().orElseGet(() -> args.get(0)))));
      case "years" -> Optional.of(new Term.Measure(Wording.TERM_YEARS, term(args.get(0))));
      case "double", "int" -> Optional.of(term(args.get(0)));
      case "timestamp" -> Meaning.instant(term(args.get(0)));
      case "duration" -> length(args.get(0));
      case "days", "hours", "minutes" -> units(call.function(), args.get(0));
      default -> none();
    };
  }

  private static Optional<Term> index(CelExpr map, CelExpr key) {
    Term name = term(key);
    boolean properties =
        map.exprKind().getKind() == Kind.SELECT
            && map.select().field().equals("properties")
            && map.select().operand().exprKind().getKind() == Kind.IDENT;
    return properties && name instanceof Term.Text text
        ? Optional.of(new Term.Property(map.select().operand().ident().name(), text.text()))
        : none();
  }

  private static Optional<Term> length(CelExpr text) {
    return term(text) instanceof Term.Text written
        ? Spans.millis(written.text()).map(Term.Length::new)
        : none();
  }

  private static Optional<Term> units(String function, CelExpr number) {
    return term(number) instanceof Term.Figure units
        ? Optional.of(
            new Term.Length(Lengths.of(function, Double.parseDouble(units.text())).toMillis()))
        : none();
  }

  private static String code(CelExpr expr) {
    return CelUnparserFactory.newUnparser()
        .unparse(CelAbstractSyntaxTree.newParsedAst(expr, CelSource.newBuilder().build()));
  }
}
