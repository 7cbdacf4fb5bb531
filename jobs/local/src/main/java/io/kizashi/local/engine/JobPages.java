package io.kizashi.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.flink.api.common.JobID;

/** What Flink's own interface tells of a job. */
public final class JobPages {
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String job;
  private final Duration patience;

  /**
   * Of one job.
   *
   * @param patience with one answer
   */
  JobPages(URI address, JobID id, Duration patience) {
    this.job = address + "/jobs/" + id;
    this.patience = patience;
  }

  /**
   * A page.
   *
   * @param path below the job's own
   * @throws EnvironmentFault if it does not come in time
   */
  public JsonNode get(String path) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(job + path)).timeout(patience).build();
    try {
      return json.readTree(http.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new EnvironmentFault("Flink did not tell how far it is: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static EnvironmentFault interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new EnvironmentFault("interrupted while waiting for the job", e);
  }
}
