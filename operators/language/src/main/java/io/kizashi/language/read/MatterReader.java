package io.kizashi.language.read;

import io.kizashi.core.expression.Value;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.core.rules.MomentRule.Restart;
import io.kizashi.language.expression.ExpressionCompiler;
import io.kizashi.language.expression.Scope;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.Optional;

/** Reads by what a moment tells matters apart. */
final class MatterReader {
  private final ExpressionCompiler expressions;
  private final Problems problems;

  MatterReader(ExpressionCompiler expressions, Problems problems) {
    this.expressions = expressions;
    this.problems = problems;
  }

  Optional<Value> by(Fields fields, Restart restart) {
    Optional<Scalar> by = fields.scalar("by");
    if (by.isPresent() && restart == Restart.FIRST) {
      problems.error(
          fields.keyAt("by"),
          "not_yet",
          "'by' does not go with 'restart: first' yet",
          "leave 'restart' out: a newer attempt then replaces an older one of the same matter");
    }
    return by.flatMap(text -> expressions.value(text, Scope.EVENT, ValueKind.SCALAR, problems));
  }
}
