package io.kizashi.control.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Problem;
import java.util.List;

/** A rulebook's problems for programs. */
public final class ProblemsJson {
  private ProblemsJson() {}

  /** An object a problem, in their order; {@code fix} only where one is certain. */
  public static ArrayNode of(List<Problem> problems) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Problem problem : problems) {
      ObjectNode json = all.addObject();
      json.put("code", problem.code())
          .put("severity", problem.severity().wire())
          .put("file", problem.at().file())
          .put("line", problem.at().line())
          .put("column", problem.at().column())
          .put("message", problem.message())
          .put("hint", problem.hint());
      problem.fix().ifPresent(fix -> json.set("fix", of(fix)));
    }
    return all;
  }

  private static ObjectNode of(Fix fix) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("line", fix.line())
        .put("column", fix.column())
        .put("replaces", fix.replaces())
        .put("with", fix.with());
  }
}
