package io.kizashi.language.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import io.kizashi.core.expression.FactName;
import io.kizashi.core.expression.Reads;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what an expression reads beside the touchpoint at hand. */
final class ReadsOf {
  /** Of these nothing but single fields is read. */
  private static final Set<String> BY_FIELD =
      Set.of(FactName.SIGNALS.text(), FactName.SEGMENTS.text(), FactName.LISTS.text());

  /** Of these it matters which fields are read, beside all that they say. */
  private static final Set<String> WITH_FIELDS = Set.of(FactName.CUSTOMER.text());

  private ReadsOf() {}

  static Reads in(CelAbstractSyntaxTree ast, Scope scope) {
    List<CelExpr> all = expressions(ast).toList();
    Set<String> names =
        all.stream()
            .filter(expr -> expr.exprKind().getKind() == Kind.IDENT)
            .map(expr -> expr.ident().name())
            .collect(Collectors.toSet());
    Set<String> facts = new TreeSet<>(names);
    facts.removeIf(name -> !Structures.isFact(name));
    facts.removeAll(BY_FIELD);
    all.stream().flatMap(ReadsOf::field).forEach(facts::add);
    return new Reads(scope.captures().stream().anyMatch(names::contains), facts);
  }

  /** Whether it reads nothing at all, and so is a constant. */
  static boolean isConstant(CelAbstractSyntaxTree ast) {
    return expressions(ast)
        .map(expr -> expr.exprKind().getKind())
        .noneMatch(kind -> kind == Kind.IDENT || kind == Kind.COMPREHENSION);
  }

  private static Stream<CelExpr> expressions(CelAbstractSyntaxTree ast) {
    return CelNavigableAst.fromAst(ast).getRoot().allNodes().map(node -> node.expr());
  }

  private static Stream<String> field(CelExpr expression) {
    if (expression.exprKind().getKind() != Kind.SELECT) {
      return Stream.empty();
    }
    CelExpr operand = expression.select().operand();
    if (operand.exprKind().getKind() != Kind.IDENT) {
      return Stream.empty();
    }
    String fact = operand.ident().name();
    return BY_FIELD.contains(fact) || WITH_FIELDS.contains(fact)
        ? Stream.of(fact + "." + expression.select().field())
        : Stream.empty();
  }
}
