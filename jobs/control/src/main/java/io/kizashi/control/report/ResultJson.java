package io.kizashi.control.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.control.publish.HistoryEntry;
import io.kizashi.control.publish.PublishResult;
import io.kizashi.schema.Publication;
import io.kizashi.schema.Rfc3339;
import io.kizashi.terminal.ExitCode;

/** How publishing ended, for programs. */
public final class ResultJson {
  private ResultJson() {}

  /** One object. */
  public static ObjectNode of(PublishResult result) {
    Publication publication = result.publication();
    ObjectNode json =
        new ObjectMapper()
            .createObjectNode()
            .put("ok", ResultText.exitCode(result) == ExitCode.DONE)
            .put("result", result.wire())
            .put("rulebook", publication.name())
            .put("version", publication.version())
            .put("hash", publication.document().hash())
            .put("percent", publication.percent());
    if (result instanceof PublishResult.Adopted adopted) {
      json.put("tasks", adopted.tasks()).put("milliseconds", adopted.after().toMillis());
    } else if (result instanceof PublishResult.Overtaken overtaken) {
      json.put("by", overtaken.by());
    } else if (result instanceof PublishResult.Conflict conflict) {
      HistoryEntry holder = conflict.holder();
      json.putObject("holder")
          .put("by", holder.publication().by())
          .put("why", holder.publication().why())
          .put("time", Rfc3339.format(holder.time()));
    } else if (result instanceof PublishResult.Refused refused) {
      json.put("tasks", refused.answers().tasks());
      var problems = json.putArray("problems");
      refused.answers().refusals().get(0).status().problems().forEach(problems::add);
    } else if (result instanceof PublishResult.Silent silent) {
      json.put("tasks", silent.answers().tasks());
      json.put("answered", silent.answers().byTask().size());
    }
    return json;
  }
}
