package io.kizashi.language.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Value;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.language.closure.Closure;
import io.kizashi.language.expression.ExpressionMemory.Speakable;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compiles expressions; what is wrong with one is noted where it stands in the rulebook. Several
 * threads may share one.
 */
public final class ExpressionCompiler {
  /** What a condition gives. */
  private static final String TRUTH = "true or false";

  private static final String EXPRESSION = "expression";

  private final Structures structures;
  private final CelDialect dialect;
  private final Speakable speakable;
  private final Places places;
  private final ExpressionMemory memory;

  /** A compiler for expressions of a rulebook that names this. */
  public ExpressionCompiler(Speakable speakable, Places places, ExpressionMemory memory) {
    this.structures = new Structures(speakable);
    this.dialect = new CelDialect(structures);
    this.speakable = speakable;
    this.places = places;
    this.memory = memory;
  }

  /** The names of the rulebook's signals. */
  public Set<String> signals() {
    return speakable.signals().keySet();
  }

  /**
   * Compiles a condition.
   *
   * @return the condition, or empty with problems noted
   */
  public Optional<Condition> condition(Scalar text, Scope scope, Problems problems) {
    return memory
        .of(
            new ExpressionMemory.Key(speakable, scope, "a condition", text.text()),
            () ->
                ast(text, scope, problems)
                    .filter(ast -> isOf(ast, text, TRUTH, isTruth(ast), problems))
                    .filter(ast -> isNoConstant(ast, text, problems))
                    .flatMap(ast -> expression(ast, text, scope, problems)))
        .map(expression -> new CelExpression.Truth(expression, places.of(text)));
  }

  /**
   * Compiles an expression that gives a value of a kind.
   *
   * @return the value, or empty with problems noted
   */
  public Optional<Value> value(Scalar text, Scope scope, ValueKind kind, Problems problems) {
    return memory
        .of(
            new ExpressionMemory.Key(speakable, scope, kind.words(), text.text()),
            () ->
                ast(text, scope, problems)
                    .filter(
                        ast ->
                            isOf(
                                ast,
                                text,
                                kind.words(),
                                CelTypes.fit(kind, ast.getResultType()),
                                problems))
                    .flatMap(ast -> expression(ast, text, scope, problems)))
        .map(expression -> new CelExpression.Result(expression, kind, places.of(text)));
  }

  private static boolean isTruth(CelAbstractSyntaxTree ast) {
    CelType type = ast.getResultType();
    return type.equals(SimpleType.BOOL) || type.equals(SimpleType.DYN);
  }

  private static boolean isOf(
      CelAbstractSyntaxTree ast, Scalar text, String words, boolean accepted, Problems problems) {
    if (!accepted) {
      problems.error(
          at(text, ast, ast.getExpr().id()),
          "type_clash",
          "this must give " + words + ", but gives " + AuthorWords.words(ast.getResultType()),
          words.equals(TRUTH) ? "compare it with something, as in event.channel == \"web\"" : "");
    }
    return accepted;
  }

  /** A condition that asks nothing is a slip, or does nothing. */
  private boolean isNoConstant(CelAbstractSyntaxTree ast, Scalar text, Problems problems) {
    if (!ReadsOf.isConstant(ast)) {
      return true;
    }
    boolean holds;
    try {
      holds = Boolean.TRUE.equals(dialect.program(ast).eval());
    } catch (CelEvaluationException e) {
      holds = false;
    }
    problems.error(
        text.at(),
        "useless",
        "this is " + (holds ? "always" : "never") + " true: it reads nothing",
        holds ? "leave it out" : "say what must hold");
    return false;
  }

  private Optional<CelAbstractSyntaxTree> ast(Scalar text, Scope scope, Problems problems) {
    CelValidationResult result = dialect.check(text.text(), scope);
    if (result.hasError()) {
      note(text, result.getErrors(), scope, problems);
      return Optional.empty();
    }
    try {
      CelAbstractSyntaxTree ast = result.getAst();
      Optional<CostlyPart> costly = dialect.costly(ast);
      if (costly.isPresent()) {
        CostlyPart part = costly.get();
        problems.error(at(text, ast, part.id()), EXPRESSION, part.message(), part.hint());
        return Optional.empty();
      }
      Optional<TimeLiterals.Wrong> wrong = TimeLiterals.wrong(ast);
      if (wrong.isPresent()) {
        TimeLiterals.Wrong part = wrong.get();
        problems.error(at(text, ast, part.id()), EXPRESSION, part.message(), part.hint());
        return Optional.empty();
      }
      return Optional.of(ast);
    } catch (CelValidationException e) {
      problems.error(text.at(), EXPRESSION, "this can't be compiled: " + e.getMessage(), "");
      return Optional.empty();
    }
  }

  private Optional<CelExpression> expression(
      CelAbstractSyntaxTree ast, Scalar text, Scope scope, Problems problems) {
    try {
      return Optional.of(
          new CelExpression(
              text.text(),
              dialect.program(ast),
              Closure.of(ast, TimeLiterals::length),
              RequiredProperties.of(ast.getExpr()),
              Equality.in(ast.getExpr()),
              ReadsOf.in(ast, scope),
              EventTypes.of(ast.getExpr()),
              Plain.is(ast.getExpr()),
              Comparisons.in(ast),
              Comparisons.only(ast)));
    } catch (CelEvaluationException e) {
      problems.error(text.at(), EXPRESSION, "this can't be compiled: " + e.getMessage(), "");
      return Optional.empty();
    }
  }

  private void note(Scalar text, List<CelIssue> issues, Scope scope, Problems problems) {
    Optional<Fix> fix = fix(text, scope, problems);
    for (CelIssue issue : issues) {
      int column = Math.max(0, issue.getSourceLocation().getColumn());
      Mark at = place(text, issue.getSourceLocation().getLine(), column);
      ExpressionHints hints =
          new ExpressionHints(issue.getMessage(), text.text(), scope, structures);
      problems.error(at, hints.code(), hints.message(), hints.hint(), fix);
      fix = Optional.empty(); // one replacement mends all of it
      if (hints.isOfGrammar()) {
        return;
      }
    }
  }

  private Optional<Fix> fix(Scalar text, Scope scope, Problems problems) {
    return problems.areEnough()
        ? Optional.empty()
        : new ExpressionFix(dialect, structures, scope).of(text);
  }

  private static Mark at(Scalar text, CelAbstractSyntaxTree ast, long expression) {
    int offset = ast.getSource().getPositionsMap().getOrDefault(expression, 0);
    return place(text, 1, offset);
  }

  /** Only an expression on one line can be pointed into; a block is pointed at as a whole. */
  private static Mark place(Scalar text, int line, int column) {
    boolean single = line <= 1 && !text.text().contains("\n");
    return single ? text.at().plus(column + (text.quoted() ? 1 : 0)) : text.at();
  }
}
