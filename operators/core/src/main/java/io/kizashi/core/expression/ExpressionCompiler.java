package io.kizashi.core.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.kizashi.core.yaml.Mark;
import io.kizashi.core.yaml.Problems;
import io.kizashi.core.yaml.YamlNode.Scalar;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Compiles conditions; what is wrong with one is noted where it stands in the rulebook. */
public final class ExpressionCompiler {
  /** Characters of one expression: more is a program, not a condition. */
  private static final int MAX_CHARS = 4_096;

  /** Steps of a comprehension: properties and values are fewer. */
  private static final int MAX_ITERATIONS = 1_000;

  /** RE2 instructions of a regular expression: a long alternation of words. */
  private static final int MAX_REGEX = 2_000;

  /** Nesting of one expression. */
  private static final int MAX_DEPTH = 64;

  private static final String TOUCHPOINT = "Touchpoint";

  private final CelOptions options =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(MAX_CHARS)
          .maxParseRecursionDepth(MAX_DEPTH)
          .comprehensionMaxIterations(MAX_ITERATIONS)
          .maxRegexProgramSize(MAX_REGEX)
          .build();
  // Not the planner: it converts a whole map for every access to one of its entries.
  private final CelRuntime runtime =
      CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(options).build();
  private final Map<Collection<String>, CelCompiler> compilers = new HashMap<>();

  /**
   * Compiles a condition over {@code event} and captures.
   *
   * @return the condition, or empty with problems noted
   */
  public Optional<Condition> condition(
      Scalar text, Collection<String> captures, Problems problems) {
    CelCompiler compiler = compilers.computeIfAbsent(new TreeSet<>(captures), this::compiler);
    CelValidationResult result = compiler.compile(text.text(), "expression");
    try {
      if (result.hasError()) {
        result.getErrors().forEach(issue -> note(text, issue, captures, problems));
        return Optional.empty();
      }
      CelAbstractSyntaxTree ast = result.getAst();
      Optional<Long> whole = IntegerArithmetic.in(ast);
      if (whole.isPresent()) {
        problems.error(
            at(text, ast, whole.get()),
            "integer_arithmetic",
            "this calculates with a whole number, but all numbers here are doubles",
            "write 1.0 instead of 1");
        return Optional.empty();
      }
      return Optional.of(
          new CelCondition(
              runtime.createProgram(ast),
              RequiredProperties.of(ast.getExpr()),
              readsNone(ast, captures)));
    } catch (CelValidationException | CelEvaluationException e) {
      problems.error(text.at(), "expression", "this can't be compiled: " + e.getMessage(), "");
      return Optional.empty();
    }
  }

  private CelCompiler compiler(Collection<String> captures) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(options)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setTypeProvider(new Types())
            .setResultType(SimpleType.BOOL)
            .addVar(Bindings.EVENT, StructTypeReference.create(TOUCHPOINT));
    captures.forEach(name -> builder.addVar(name, StructTypeReference.create(TOUCHPOINT)));
    return builder.build();
  }

  private static boolean readsNone(CelAbstractSyntaxTree ast, Collection<String> captures) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
        .noneMatch(node -> captures.contains(node.expr().ident().name()));
  }

  private static void note(
      Scalar text, CelIssue issue, Collection<String> captures, Problems problems) {
    Mark at =
        place(
            text,
            issue.getSourceLocation().getLine(),
            Math.max(0, issue.getSourceLocation().getColumn()));
    problems.error(
        at,
        ExpressionHints.code(issue.getMessage()),
        ExpressionHints.message(issue.getMessage()),
        ExpressionHints.hint(issue.getMessage(), captures));
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

  /** Tells CEL the fields of the structures that expressions may read. */
  private static final class Types implements CelTypeProvider {
    private static final ImmutableMap<String, CelType> TYPES =
        ImmutableMap.of(
            TOUCHPOINT,
            StructType.create(
                TOUCHPOINT,
                ImmutableSet.copyOf(TouchpointField.BY_NAME.keySet()),
                name -> Optional.ofNullable(TouchpointField.BY_NAME.get(name)).map(f -> f.type())),
            TouchpointField.EMOTION,
            StructType.create(
                TouchpointField.EMOTION,
                ImmutableSet.of("valence", "arousal", "label", "confidence", "source"),
                name ->
                    Optional.of(
                        name.equals("label") || name.equals("source")
                            ? SimpleType.STRING
                            : SimpleType.DOUBLE)));

    @Override
    public ImmutableCollection<CelType> types() {
      return ImmutableList.copyOf(TYPES.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
      return Optional.ofNullable(TYPES.get(name));
    }
  }
}
