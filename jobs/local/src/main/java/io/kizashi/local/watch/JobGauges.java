package io.kizashi.local.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.kizashi.local.engine.JobPages;
import io.kizashi.terminal.EnvironmentFault;
import java.util.OptionalLong;

/** What the tasks of an engine tell of themselves, as of about a second ago. */
final class JobGauges {
  private static final String PERSONS = "persons";
  private static final String FROZEN = PERSONS + ".frozen";
  private static final String TIME = "currentInputWatermark";

  private final JobPages pages;

  JobGauges(JobPages pages) {
    this.pages = pages;
  }

  /**
   * Sums and minima over the tasks that decide.
   *
   * @param proven time, milliseconds since the epoch; empty before all have heard of one
   * @param frozen customers whom the engine failed at; empty where the tasks do not say
   */
  record Values(OptionalLong proven, OptionalLong frozen) {
    /** Nothing is told. */
    static final Values UNKNOWN = new Values(OptionalLong.empty(), OptionalLong.empty());
  }

  /** Waits a second at most for each of three answers; what does not come is not known. */
  Values read() {
    try {
      for (JsonNode vertex : pages.get("").path("vertices")) {
        if (vertex.path("name").asText().startsWith(PERSONS)) {
          return read(vertex.path("id").asText());
        }
      }
      return Values.UNKNOWN;
    } catch (EnvironmentFault e) {
      return Values.UNKNOWN;
    }
  }

  private Values read(String vertex) {
    String metrics = "/vertices/" + vertex + "/subtasks/metrics?get=";
    return new Values(
        of(pages.get(metrics + TIME + "&agg=min"), "min"),
        of(pages.get(metrics + FROZEN + "&agg=sum"), "sum"));
  }

  private static OptionalLong of(JsonNode metrics, String aggregate) {
    JsonNode value = metrics.path(0).path(aggregate);
    return value.isNumber() && value.asLong() > Long.MIN_VALUE
        ? OptionalLong.of(value.asLong())
        : OptionalLong.empty();
  }
}
