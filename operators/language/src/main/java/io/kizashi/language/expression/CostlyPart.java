package io.kizashi.language.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of an expression that is too much work, or none at all. When run it would fail on every
 * touchpoint and nobody would see it; so it is refused before.
 *
 * @param id the part's id in its tree
 * @param message what is wrong
 * @param hint what to do about it
 */
record CostlyPart(long id, String message, String hint) {
  /** Comprehensions in one another: all pairs of a touchpoint's values. */
  private static final int MOST_NESTED = 2;

  /** How much larger than allowed a pattern must seem to be refused unseen: it is an estimate. */
  private static final long GROSSLY = 10;

  private static final String TOO_LARGE = "program size";

  /** The first such part. */
  static Optional<CostlyPart> in(
      CelAbstractSyntaxTree ast, CelRuntime runtime, CelOptions options) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .flatMap(node -> Stream.concat(nested(node).stream(), regex(node, runtime, options)))
        .findFirst();
  }

  private static Optional<CostlyPart> nested(CelNavigableExpr node) {
    if (node.getKind() != Kind.COMPREHENSION) {
      return Optional.empty();
    }
    int depth = 1;
    Optional<CelNavigableExpr> outer = node.parent();
    while (outer.isPresent()) {
      depth += outer.get().getKind() == Kind.COMPREHENSION ? 1 : 0;
      outer = outer.get().parent();
    }
    return depth <= MOST_NESTED
        ? Optional.empty()
        : Optional.of(
            new CostlyPart(
                node.expr().id(),
                "all, exists, filter and map stand in one another more than "
                    + MOST_NESTED
                    + " deep here",
                "say it with fewer of them"));
  }

  private static Stream<CostlyPart> regex(
      CelNavigableExpr node, CelRuntime runtime, CelOptions options) {
    if (node.getKind() != Kind.CALL || !node.expr().call().function().equals("matches")) {
      return Stream.empty();
    }
    CelExpr pattern = node.expr().call().args().get(node.expr().call().args().size() - 1);
    boolean literal =
        pattern.exprKind().getKind() == Kind.CONSTANT
            && pattern.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    return literal
        ? fault(pattern.constant().stringValue(), runtime, options).stream()
            .map(fault -> ofRegex(pattern.id(), fault))
        : Stream.of(
            new CostlyPart(
                pattern.id(),
                "a regular expression must be written out",
                "compare with ==, contains or startsWith what data says"));
  }

  private static CostlyPart ofRegex(long id, String fault) {
    return fault.contains(TOO_LARGE)
        ? new CostlyPart(
            id, "this regular expression is too large", "repeat less, as in {1,20}; or split it")
        : new CostlyPart(
            id,
            "this regular expression is broken",
            "check its brackets: ( ) and [ ] come in twos");
  }

  /** What the runtime says when it meets a pattern. */
  private static Optional<String> fault(String pattern, CelRuntime runtime, CelOptions options) {
    if (RegexSize.of(pattern) > GROSSLY * options.maxRegexProgramSize()) {
      return Optional.of(TOO_LARGE);
    }
    try {
      CelAbstractSyntaxTree ast =
          CelCompilerFactory.standardCelCompilerBuilder()
              .setOptions(options)
              .addVar("pattern", SimpleType.STRING)
              .build()
              .compile("\"\".matches(pattern)")
              .getAst();
      runtime.createProgram(ast).eval(Map.of("pattern", pattern));
      return Optional.empty();
    } catch (CelEvaluationException | CelValidationException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
