package io.kizashi.language.expression;

import com.google.common.collect.ImmutableSet;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationExceptionBuilder;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.kizashi.language.closure.Lengths;
import io.kizashi.language.closure.Years;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * CEL as rulebooks speak it: with what it may read and call, and how much one expression may ask.
 * Several threads may share one.
 */
final class CelDialect {
  /** Characters of one expression: more is a program, not a condition. */
  private static final int MAX_CHARS = 4_096;

  /** Steps of a comprehension: properties and values are fewer. */
  private static final int MAX_ITERATIONS = 1_000;

  /** RE2 instructions of a regular expression: a long alternation of words. */
  private static final int MAX_REGEX = 2_000;

  /** Nesting of one expression. */
  private static final int MAX_DEPTH = 64;

  /** CEL's own knows no days. */
  private static final CelFunctionDecl DURATION =
      CelFunctionDecl.newFunctionDeclaration(
          "duration", toLength("duration_of_text", SimpleType.STRING));

  private static final List<CelFunctionDecl> UNITS =
      Lengths.UNITS.keySet().stream()
          .map(
              unit ->
                  CelFunctionDecl.newFunctionDeclaration(
                      unit, toLength(overload(unit), SimpleType.DOUBLE)))
          .toList();

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(MAX_CHARS)
          .maxParseRecursionDepth(MAX_DEPTH)
          .comprehensionMaxIterations(MAX_ITERATIONS)
          .maxRegexProgramSize(MAX_REGEX)
          .build();

  // Not the planner: it converts a whole map for every access to one of its entries.
  private final CelRuntime runtime =
      CelRuntimeFactory.legacyCelRuntimeBuilder()
          .setOptions(OPTIONS)
          .addFunctionBindings(
              CelFunctionBinding.from("min_double", Double.class, Double.class, Math::min),
              CelFunctionBinding.from("max_double", Double.class, Double.class, Math::max),
              CelFunctionBinding.from("duration_of_text", String.class, CelDialect::length),
              Years.BINDING)
          .addFunctionBindings(
              Lengths.UNITS.keySet().stream()
                  .map(
                      unit ->
                          CelFunctionBinding.from(
                              overload(unit), Double.class, number -> Lengths.of(unit, number)))
                  .toList())
          .build();
  private final Map<Names, CelCompiler> compilers = new ConcurrentHashMap<>();
  private final Structures structures;

  CelDialect(Structures structures) {
    this.structures = structures;
  }

  /** Parses and checks an expression that may read what its scope has. */
  CelValidationResult check(String text, Scope scope) {
    Names names = new Names(scope, Functions.in(text));
    CelCompiler compiler = compilers.computeIfAbsent(names, this::compiler);
    CelValidationResult parsed = compiler.parse(text, "expression");
    if (parsed.hasError()) {
      return parsed;
    }
    try {
      return compiler.check(Doubles.in(parsed.getAst()));
    } catch (CelValidationException e) {
      throw new IllegalStateException("no error, and no tree", e);
    }
  }

  /** What runs an expression. */
  CelRuntime.Program program(CelAbstractSyntaxTree ast) throws CelEvaluationException {
    return runtime.createProgram(ast);
  }

  /** What in an expression could cost too much on a touchpoint; empty where nothing does. */
  Optional<CostlyPart> costly(CelAbstractSyntaxTree ast) {
    return CostlyPart.in(ast, runtime, OPTIONS);
  }

  /** What an expression may read and call. */
  private record Names(Scope scope, ImmutableSet<StandardFunction> functions) {}

  private CelCompiler compiler(Names names) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(Functions.declarations(names.functions()))
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addMacros(Years.MACRO)
            .addFunctionDeclarations(ofTwoNumbers("min"), ofTwoNumbers("max"), DURATION)
            .addFunctionDeclarations(Years.DECLARATIONS)
            .addFunctionDeclarations(UNITS);
    structures.declare(names.scope(), builder);
    return builder.build();
  }

  private static Duration length(String text) throws CelEvaluationException {
    return TimeLiterals.length(text)
        .orElseThrow(
            () ->
                CelEvaluationExceptionBuilder.newBuilder("'%s' is no length of time", text)
                    .build());
  }

  private static String overload(String unit) {
    return unit + "_of_number";
  }

  private static CelOverloadDecl toLength(String overload, CelType of) {
    return CelOverloadDecl.newGlobalOverload(overload, SimpleType.DURATION, of);
  }

  private static CelFunctionDecl ofTwoNumbers(String name) {
    return CelFunctionDecl.newFunctionDeclaration(
        name,
        CelOverloadDecl.newGlobalOverload(
            name + "_double", SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.DOUBLE));
  }
}
