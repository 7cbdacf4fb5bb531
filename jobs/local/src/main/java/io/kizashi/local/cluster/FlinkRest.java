package io.kizashi.local.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.local.rest.RestToken;
import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is asked of a JobManager over HTTP. */
public final class FlinkRest {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final String address;
  private final Optional<RestToken> token;

  private FlinkRest(String address, Optional<RestToken> token) {
    this.address = address;
    this.token = token;
  }

  /** Does not connect yet. */
  public static FlinkRest of(ClusterFolder folder, ClusterState state) {
    return new FlinkRest(state.ports().restAddress(), folder.token().read());
  }

  /** Ids of the TaskManagers that it knows of; empty if it does not answer. */
  Optional<List<String>> taskManagers() {
    return get("/taskmanagers").map(all -> all.path("taskmanagers").findValuesAsText("id"));
  }

  /**
   * The job that it runs, else the last that it ran; empty if it has none or does not answer. One
   * that is being planned has no tasks yet.
   */
  public Optional<JobView> job() {
    return get("/jobs/overview")
        .flatMap(
            all -> {
              List<JsonNode> jobs = new ArrayList<>();
              all.path("jobs").forEach(jobs::add);
              return jobs.stream().max(Comparator.comparing(FlinkRest::liveliness));
            })
        .flatMap(newest -> job(newest.path("jid").asText()));
  }

  /** A job that is not over goes before one that is; among equals the newer one. */
  private static long liveliness(JsonNode job) {
    return job.path("end-time").asLong() < 0 ? Long.MAX_VALUE : job.path("start-time").asLong();
  }

  private Optional<JobView> job(String id) {
    String path = "/jobs/" + id;
    return get(path)
        .map(
            job -> {
              List<JobView.Task> tasks = new ArrayList<>();
              for (JsonNode vertex : job.path("vertices")) {
                get(path + "/vertices/" + vertex.path("id").asText())
                    .ifPresent(detail -> tasks.addAll(tasks(detail)));
              }
              long completed =
                  get(path + "/checkpoints")
                      .map(all -> all.path("counts").path("completed").asLong())
                      .orElse(0L);
              return new JobView(id, job.path("state").asText(), completed, tasks);
            });
  }

  private static List<JobView.Task> tasks(JsonNode vertex) {
    List<JobView.Task> tasks = new ArrayList<>();
    for (JsonNode task : vertex.path("subtasks")) {
      String taskManager = task.path("taskmanager-id").asText();
      tasks.add(
          new JobView.Task(
              vertex.path("name").asText(),
              task.path("subtask").asInt() + 1,
              vertex.path("parallelism").asInt(),
              task.path("status").asText(),
              task.path("attempt").asInt(),
              taskManager.startsWith("(") ? "" : taskManager));
    }
    return tasks;
  }

  /**
   * Takes a savepoint.
   *
   * @param folder a URI
   * @return where it is
   * @throws EnvironmentFault if it fails
   */
  public String savepoint(String job, String folder, Duration patience) {
    JsonNode asked = JSON.createObjectNode().put("target-directory", folder);
    return work("/jobs/" + job + "/savepoints", asked, patience).path("location").asText();
  }

  /**
   * Takes a checkpoint now.
   *
   * @throws EnvironmentFault if it fails
   */
  void checkpoint(String job, Duration patience) {
    work("/jobs/" + job + "/checkpoints", JSON.createObjectNode(), patience);
  }

  /** Asks for the job's end; its checkpoints stay. */
  void cancel(String job) {
    send("PATCH", "/jobs/" + job + "?mode=cancel", BodyPublishers.noBody());
  }

  /** What Flink does in the background, asked for until it is done. */
  private JsonNode work(String path, JsonNode asked, Duration patience) {
    String request =
        send("POST", path, BodyPublishers.ofString(asked.toString()))
            .map(answer -> answer.path("request-id").asText())
            .filter(id -> !id.isEmpty())
            .orElseThrow(() -> new EnvironmentFault("Flink at " + address + " refused " + path));
    Waiting.await(
        "Flink has not done it: " + path, patience, () -> done(path + "/" + request).isPresent());
    JsonNode operation = done(path + "/" + request).orElseThrow().path("operation");
    String cause = operation.path("failure-cause").path("stack-trace").asText();
    if (!cause.isEmpty()) {
      throw new EnvironmentFault("Flink could not do it: " + cause.lines().findFirst().orElse(""));
    }
    return operation;
  }

  private Optional<JsonNode> done(String path) {
    return get(path)
        .filter(answer -> answer.path("status").path("id").asText().equals("COMPLETED"));
  }

  private Optional<JsonNode> get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  private Optional<JsonNode> send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .method(method, body);
    token.ifPresent(own -> request.header(RestToken.HEADER, own.value()));
    try {
      return Optional.of(JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body()));
    } catch (IOException e) {
      return Optional.empty(); // it is not up, or was killed: who asks knows what that means
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentFault("interrupted while asking Flink", e);
    }
  }
}
