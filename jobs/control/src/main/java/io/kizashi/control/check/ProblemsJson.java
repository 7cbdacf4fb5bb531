package io.kizashi.control.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.language.explain.Language;
import io.kizashi.language.told.ProblemText;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Problem;
import java.util.List;

/** A rulebook's problems for programs. */
public final class ProblemsJson {
  private ProblemsJson() {}

  /** An object a problem, in their order; {@code fix} only where one is certain. */
  public static ArrayNode of(List<Problem> problems) {
    return of(problems, Language.EN);
  }

  /**
   * The same, with message and hint in another language under its code, beside the English: codes
   * and English are what programs know.
   */
  public static ArrayNode of(List<Problem> problems, Language language) {
    ProblemText text = ProblemText.in(language);
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
      if (language != Language.EN) {
        json.putObject(language.code())
            .put("message", text.say(problem.message()))
            .put("hint", text.say(problem.hint()));
      }
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
