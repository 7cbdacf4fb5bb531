package io.kizashi.imports;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the CSV columns that an expression reads, so that a wrong name is told before row one. */
final class Columns {
  private Columns() {}

  static Map<String, Mark> of(CelAbstractSyntaxTree ast, Scalar node, SourceText source) {
    List<CelExpr> all =
        CelNavigableAst.fromAst(ast).getRoot().allNodes().map(CelNavigableExpr::expr).toList();
    Set<String> rows = new HashSet<>(Set.of("row"));
    for (CelExpr expr : all) {
      if (expr.getKind() == Kind.COMPREHENSION
          && isName(expr.comprehension().iterRange(), Set.of("rows"))) {
        rows.add(expr.comprehension().iterVar());
      }
    }
    Map<String, Mark> columns = new LinkedHashMap<>();
    for (CelExpr expr : all) {
      column(expr, rows)
          .ifPresent(column -> columns.putIfAbsent(column, at(expr, ast, node, source)));
    }
    return columns;
  }

  /** {@code row.NAME} and {@code row["NAME"]}; {@code has(row.NAME)} asks and so needs nothing. */
  private static Optional<String> column(CelExpr expr, Set<String> rows) {
    if (expr.getKind() == Kind.SELECT
        && !expr.select().testOnly()
        && isName(expr.select().operand(), rows)) {
      return Optional.of(expr.select().field());
    }
    if (expr.getKind() == Kind.CALL && expr.call().function().equals("_[_]")) {
      CelCall call = expr.call();
      CelExpr index = call.args().get(1);
      if (isName(call.args().get(0), rows)
          && index.getKind() == Kind.CONSTANT
          && index.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
        return Optional.of(index.constant().stringValue());
      }
    }
    return Optional.empty();
  }

  private static boolean isName(CelExpr expr, Set<String> names) {
    return expr.getKind() == Kind.IDENT && names.contains(expr.ident().name());
  }

  /** CEL gives the place of the dot or bracket; the name starts right behind it. */
  private static Mark at(CelExpr expr, CelAbstractSyntaxTree ast, Scalar node, SourceText source) {
    Integer points = ast.getSource().getPositionsMap().get(expr.id());
    if (points == null || points >= node.text().codePointCount(0, node.text().length())) {
      return source.of(node, 0);
    }
    return source.of(node, node.text().offsetByCodePoints(0, points)).plus(1);
  }
}
