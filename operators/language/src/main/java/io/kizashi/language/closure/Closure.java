package io.kizashi.language.closure;

import dev.cel.common.CelAbstractSyntaxTree;
import io.kizashi.core.expression.Bindings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * An expression as a function. It gives what CEL's interpreter gives, or says that it does not
 * know: of what is missing, of a kind that the expression does not take, of lists and objects that
 * are compared, and of whatever else is rare, only the interpreter tells what comes of it.
 */
@FunctionalInterface
public interface Closure {
  /** What a closure gives where the interpreter must be asked. */
  Object UNKNOWN = new Object();

  /** The value of the expression, or {@link #UNKNOWN}. */
  Object of(Bindings bindings);

  /**
   * The closure of a checked expression.
   *
   * @param lengths reads the text of a {@code duration}; empty where it is none
   * @return empty where it has a form that closures don't have: the interpreter runs it
   */
  static Optional<Closure> of(
      CelAbstractSyntaxTree ast, Function<String, Optional<Duration>> lengths) {
    return new ClosureCompiler(lengths).compile(ast.getExpr());
  }
}
