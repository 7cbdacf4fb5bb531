package io.kizashi.language.read;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.rules.Interests;
import io.kizashi.core.rules.Step;
import io.kizashi.language.expression.ExpressionCompiler;
import io.kizashi.language.expression.Scope;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.Optional;
import java.util.Set;

/** Reads which touchpoints a step means: of what type, and under what condition. */
final class FitReader {
  private final ExpressionCompiler expressions;
  private final Problems problems;

  FitReader(ExpressionCompiler expressions, Problems problems) {
    this.expressions = expressions;
    this.problems = problems;
  }

  /** A type under a key, with the condition under {@code where}. */
  Optional<Step.Fit> fit(Fields fields, String key, Set<String> captures) {
    Optional<String> type = fields.scalar(key).flatMap(this::type);
    Optional<Scalar> where = fields.scalar("where");
    Condition condition =
        where
            .flatMap(text -> expressions.condition(text, Scope.step(captures), problems))
            .orElse(Condition.ALWAYS);
    type.ifPresent(t -> where.ifPresent(text -> checkReachable(text, t, condition)));
    return type.map(t -> new Step.Fit(t, condition, Interests.fitting(t, condition)));
  }

  private void checkReachable(Scalar where, String type, Condition condition) {
    boolean never =
        !type.equals(Step.ANY)
            && condition.types().filter(types -> !types.contains(type)).isPresent();
    if (never) {
      problems.error(
          where.at(),
          "unreachable",
          "this never holds for a touchpoint of type '" + type + "'",
          "leave event.type out: the step names the type already");
    }
  }

  /** A touchpoint type. */
  Optional<String> type(Scalar type) {
    if (type.text().matches("[a-z][a-z0-9_]*")) {
      return Optional.of(type.text());
    }
    problems.error(
        type.at(),
        "touchpoint_type",
        "'" + type.text() + "' is no touchpoint type",
        "types are snake_case, like cart_updated; any stands for all");
    return Optional.empty();
  }
}
