package io.kizashi.control.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kizashi.language.yaml.Problem;
import java.util.List;

/** A rulebook's problems for programs. */
public final class ProblemsJson {
  private ProblemsJson() {}

  /** An object a problem, in their order. */
  public static ArrayNode of(List<Problem> problems) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Problem problem : problems) {
      all.addObject()
          .put("code", problem.code())
          .put("severity", problem.severity().wire())
          .put("file", problem.at().file())
          .put("line", problem.at().line())
          .put("column", problem.at().column())
          .put("message", problem.message())
          .put("hint", problem.hint());
    }
    return all;
  }
}
