package io.kizashi.language.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import io.kizashi.language.typed.TypedExpression;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what must be meant by an expression that can't be compiled: the first guess that can. */
final class ExpressionFix {
  /** Characters of an expression that is guessed at. */
  private static final int LONGEST = 500;

  /** Names of one expression that are mended. */
  private static final int MOST_NAMES = 4;

  private final CelDialect dialect;
  private final Structures structures;
  private final Scope scope;

  ExpressionFix(CelDialect dialect, Structures structures, Scope scope) {
    this.dialect = dialect;
    this.structures = structures;
    this.scope = scope;
  }

  /** The replacement; empty where nothing that comes to mind can be compiled. */
  Optional<Fix> of(Scalar written) {
    String text = written.text();
    if (text.length() > LONGEST || text.contains("\n")) {
      return Optional.empty();
    }
    return TypedExpression.meant(text).stream()
        .flatMap(guess -> named(guess).stream())
        .filter(guess -> !guess.equals(text))
        .findFirst()
        .flatMap(meant -> Fix.rewritten(written, meant));
  }

  /** An expression with the names that its mistyped ones must mean; empty if it is still wrong. */
  private Optional<String> named(String guess) {
    String text = guess;
    for (int i = 0; i <= MOST_NAMES; i++) {
      CelValidationResult result = dialect.check(text, scope);
      if (!result.hasError()) {
        return Optional.of(text).filter(it -> isRun(result));
      }
      Optional<String> mended = mended(text, result.getErrors().get(0));
      if (mended.isEmpty()) {
        return Optional.empty();
      }
      text = mended.get();
    }
    return Optional.empty();
  }

  private static boolean isRun(CelValidationResult result) {
    try {
      CelAbstractSyntaxTree ast = result.getAst();
      return TimeLiterals.wrong(ast).isEmpty();
    } catch (CelValidationException e) {
      return false;
    }
  }

  private Optional<String> mended(String text, CelIssue issue) {
    ExpressionHints hints = new ExpressionHints(issue.getMessage(), text, scope, structures);
    Optional<String> unknown = hints.unknown();
    return unknown.flatMap(
        name ->
            Nearest.certain(name, hints.known())
                .map(near -> word(text, name, near))
                .or(() -> quoted(text, name)));
  }

  private static String word(String text, String name, String with) {
    Matcher word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(text);
    return word.replaceFirst(Matcher.quoteReplacement(with));
  }

  /** A bare word that something is compared with is a text. */
  private Optional<String> quoted(String text, String name) {
    Pattern compared = Pattern.compile("([=!]=\\s*)" + Pattern.quote(name) + "(?![\\w.(])");
    Matcher word = compared.matcher(text);
    Collection<String> names = scope.names();
    return word.find() && !names.contains(name)
        ? Optional.of(word.replaceFirst("$1\"" + Matcher.quoteReplacement(name) + "\""))
        : Optional.empty();
  }
}
