package io.kizashi.control.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.kizashi.control.publish.Pausing;
import io.kizashi.schema.Rfc3339;
import java.util.List;
import java.util.stream.Collectors;

/** What is paused, for people and for programs. */
public final class PauseReport {
  private PauseReport() {}

  /** A line each, under a title. */
  public static String text(String title, List<Pausing> paused) {
    return paused.isEmpty()
        ? title + ": nothing"
        : title
            + ":\n"
            + paused.stream()
                .map(it -> "  " + it.key() + " " + origin(it))
                .collect(Collectors.joining("\n"));
  }

  /** Since when, by whom and what for. */
  public static String origin(Pausing pausing) {
    String by = pausing.pause().by();
    String why = pausing.pause().why();
    return "since "
        + Rfc3339.format(pausing.since())
        + (by.isEmpty() ? "" : " by " + by)
        + (why.isEmpty() ? "" : " (" + why + ")");
  }

  /** One object each. */
  public static ArrayNode json(List<Pausing> paused) {
    ArrayNode all = new ObjectMapper().createArrayNode();
    for (Pausing pausing : paused) {
      all.addObject()
          .put("kind", pausing.pause().target().kind())
          .put("channel", pausing.pause().target().channel())
          .put("region", pausing.pause().target().region())
          .put("since", Rfc3339.format(pausing.since()))
          .put("by", pausing.pause().by())
          .put("why", pausing.pause().why());
    }
    return all;
  }
}
