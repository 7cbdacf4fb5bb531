package io.kizashi.language.closure;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Asks texts for a regular expression that stands in the rulebook; it is compiled once. */
final class Matching {
  private Matching() {}

  /** What asks a text; empty where the regular expression is no constant, or is broken. */
  static Optional<UnaryOperator<Object>> of(CelExpr written) {
    boolean text =
        written.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && written.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    return text
        ? pattern(written.constant().stringValue()).map(Matching::asking)
        : Optional.empty();
  }

  private static Optional<Pattern> pattern(String written) {
    try {
      return Optional.of(Pattern.compile(written));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private static UnaryOperator<Object> asking(Pattern pattern) {
    return value ->
        value instanceof String text ? (Object) pattern.matcher(text).find() : Closure.UNKNOWN;
  }
}
