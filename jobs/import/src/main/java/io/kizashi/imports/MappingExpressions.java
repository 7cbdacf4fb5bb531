package io.kizashi.imports;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OptionalType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles the expressions of one scope; problems point into the mapping's file. */
final class MappingExpressions {
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(Limits.EXPRESSION_CHARS)
          .comprehensionMaxIterations(Limits.ITERATIONS)
          .maxRegexProgramSize(Limits.REGEX)
          .build();
  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']+)'.*");

  /** For hints; the guide and CEL's own documentation tell the rest. */
  private static final List<String> FUNCTIONS =
      List.of("sum", "round", "pad", "size", "string", "int", "double", "has", "timestamp");

  private final RecordScope scope;
  private final Cel cel;
  private final SourceText source;
  private final Problems problems;

  MappingExpressions(RecordScope scope, SourceText source, Problems problems) {
    this.scope = scope;
    this.source = source;
    this.problems = problems;
    CelBuilder builder =
        CelFactory.legacyCelBuilder() // The planner copies a whole document for each look into it.
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addCompilerLibraries(CelExtensions.strings(), CelExtensions.optional())
            .addRuntimeLibraries(CelExtensions.strings(), CelExtensions.optional());
    scope.variables().forEach(builder::addVar);
    MappingFunctions.addTo(builder);
    this.cel = builder.build();
  }

  /**
   * The expression, or empty with problems noted.
   *
   * @param key the mapping's key, for messages about records
   * @param allowed kinds of result that make sense; anything that is only known at run time passes
   * @param wanted those kinds in an author's words
   */
  Optional<Expression> compile(String key, Scalar node, Set<CelKind> allowed, String wanted) {
    CelValidationResult result = cel.compile(node.text());
    if (result.hasError()) {
      result.getErrors().forEach(issue -> note(node, issue));
      return Optional.empty();
    }
    try {
      CelAbstractSyntaxTree ast = result.getAst();
      if (!fits(ast.getResultType(), allowed)) {
        String is = ast.getResultType().name();
        problems.error(
            source.of(node, 0),
            "wrong_type",
            "'" + key + "' must be " + wanted + ", but this is " + is,
            "string(…), int(…) and double(…) turn one into another");
        return Optional.empty();
      }
      return Optional.of(
          new Expression(key, cel.createProgram(ast), Columns.of(ast, node, source)));
    } catch (CelValidationException | CelEvaluationException e) {
      problems.error(node.at(), "expression", "this can't be compiled: " + e.getMessage(), "");
      return Optional.empty();
    }
  }

  private static boolean fits(CelType type, Set<CelKind> allowed) {
    CelType inner = type instanceof OptionalType optional ? optional.parameters().get(0) : type;
    return inner.kind().isDyn() || allowed.contains(inner.kind());
  }

  private void note(Scalar node, CelIssue issue) {
    String message = issue.getMessage().replaceFirst(" \\(in container ''\\)", "");
    message = message.replaceFirst(" \\(candidates: .*", "").replaceFirst(" expecting \\{.*", "");
    int offset = offset(node.text(), issue);
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      unknown(node, offset, undeclared.group(1));
      return;
    }
    boolean types = message.startsWith("found no matching overload");
    String hint = types ? typesHint() : "check quotes and brackets";
    problems.error(source.of(node, offset), types ? "wrong_type" : "expression", message, hint);
  }

  private void unknown(Scalar node, int offset, String name) {
    // CEL points at the bracket of a call, and at the first letter of a name.
    boolean function = offset < node.text().length() && node.text().charAt(offset) == '(';
    if (function) {
      problems.error(
          source.of(node, Math.max(0, offset - name.length())),
          "unknown_name",
          "there is no function '" + name + "'",
          Nearest.hint(name, FUNCTIONS));
    } else {
      problems.error(
          source.of(node, offset), "unknown_name", "there is no '" + name + "' here", hint(name));
    }
  }

  private String hint(String name) {
    if (scope == RecordScope.ROW && name.equals("rows")) {
      return "'rows' needs the key 'group-by'";
    }
    if (scope == RecordScope.DOCUMENT && name.equals("item")) {
      return "'item' needs the key 'each'";
    }
    List<String> known = new ArrayList<>(scope.variables().keySet());
    String all = "known here: " + String.join(", ", known);
    return Nearest.to(name, known)
        .map(nearest -> "did you mean '" + nearest + "'?")
        .orElse(all + "; for the word itself write '\"" + name + "\"'");
  }

  private String typesHint() {
    return switch (scope) {
      case ROW, GROUP ->
          "columns are text: double(row.price) makes a number, to be compared with 2.0, not 2";
      case DOCUMENT, ITEM -> "string(…), int(…) and double(…) turn one type into another";
    };
  }

  private static int offset(String text, CelIssue issue) {
    int start = 0;
    for (int line = 1; line < issue.getSourceLocation().getLine(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    int points = Math.max(0, issue.getSourceLocation().getColumn());
    int most = text.codePointCount(start, text.length());
    return text.offsetByCodePoints(start, Math.min(points, most));
  }
}
