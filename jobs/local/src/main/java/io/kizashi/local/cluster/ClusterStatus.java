package io.kizashi.local.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a cluster does.
 *
 * @param state as the commands remember it
 * @param job as the JobManager tells; absent if it has none or does not answer
 */
public record ClusterStatus(ClusterFolder folder, ClusterState state, Optional<JobView> job) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (ClusterProcess member : ClusterProcess.of(state.plan())) {
      text.append(
          String.format(Locale.ROOT, "%-8s%-12s%s", member.name(), life(member), purpose(member))
              .stripTrailing());
      text.append(System.lineSeparator());
    }
    text.append(job.map(this::line).orElse("no job"));
    return text.toString();
  }

  private String life(ClusterProcess member) {
    return state
        .life(member)
        .map(life -> life.isAlive() ? "pid " + life.pid() : "dead")
        .orElse("stopped");
  }

  private String purpose(ClusterProcess member) {
    if (member instanceof ClusterProcess.Broker) {
      return state.ports().bootstrap();
    }
    if (member instanceof ClusterProcess.JobManager) {
      return state.ports().restAddress();
    }
    Map<String, String> numbers = new TreeMap<>();
    for (JobView.Task task : tasks(member)) {
      numbers.merge(
          shortName(task.stage()),
          task.number() + "/" + task.of(),
          (one, other) -> one + "+" + other);
    }
    return numbers.entrySet().stream()
        .map(stage -> stage.getKey() + " " + stage.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Those of its present life: what a dead process had is nobody's until it is given anew. */
  private List<JobView.Task> tasks(ClusterProcess member) {
    Set<String> ids = state.taskManager(member).stream().collect(Collectors.toSet());
    return job.stream()
        .flatMap(view -> view.tasks().stream())
        .filter(task -> ids.contains(task.taskManager()))
        .toList();
  }

  private String line(JobView job) {
    return String.format(
        Locale.ROOT,
        "job %s %s%s, restarts %d, checkpoints %d",
        job.id(),
        job.state(),
        job.isOver() || job.isRunning(state.taskManagers()) ? "" : " (not all tasks work)",
        job.restarts(),
        job.checkpoints());
  }

  private static String shortName(String stage) {
    return stage.replaceFirst("^Source: ", "").replaceFirst("(:| ->).*$", "");
  }

  /** For programs. */
  public ObjectNode json() {
    ObjectNode all = JSON.createObjectNode();
    all.put("folder", folder.root().toString());
    all.put("bootstrap", state.ports().bootstrap());
    all.put("rest", state.ports().restAddress());
    all.put("line", state.line());
    ArrayNode members = all.putArray("members");
    ClusterProcess.of(state.plan()).forEach(member -> add(members.addObject(), member));
    job.ifPresent(view -> add(all.putObject("job"), view));
    return all;
  }

  private void add(ObjectNode node, ClusterProcess member) {
    node.put("name", member.name());
    node.put("alive", state.isAlive(member));
    state
        .life(member)
        .ifPresent(life -> node.put("pid", life.pid()).put("since", life.started().toString()));
    ArrayNode list = node.putArray("tasks");
    for (JobView.Task task : tasks(member)) {
      list.addObject()
          .put("stage", task.stage())
          .put("number", task.number())
          .put("of", task.of())
          .put("status", task.status());
    }
  }

  private void add(ObjectNode node, JobView job) {
    node.put("id", job.id());
    node.put("state", job.state());
    node.put("running", job.isRunning(state.taskManagers()));
    node.put("restarts", job.restarts());
    node.put("checkpoints", job.checkpoints());
  }
}
