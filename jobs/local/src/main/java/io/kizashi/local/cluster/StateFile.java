package io.kizashi.local.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps {@link ClusterState} as JSON; a reader sees all of one state, never half of two. */
public record StateFile(Path path) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What was written last; empty if nothing was.
   *
   * @throws EnvironmentFault if the file is damaged or can't be read
   */
  public Optional<ClusterState> read() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(state(JSON.readTree(Files.readString(path))));
    } catch (JsonProcessingException
        | IllegalArgumentException
        | ArithmeticException
        | DateTimeException e) {
      throw new EnvironmentFault(
          path + " is damaged: " + e.getMessage() + "; end its processes by hand and remove it", e);
    } catch (IOException e) {
      throw new EnvironmentFault(path + " can't be read: " + e.getMessage(), e);
    }
  }

  /**
   * Replaces what was written.
   *
   * @throws EnvironmentFault if it can't be written
   */
  public void write(ClusterState state) {
    Path next = path.resolveSibling(path.getFileName() + ".next");
    try {
      Files.writeString(next, json(state).toPrettyString() + "\n");
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new EnvironmentFault(path + " can't be written: " + e.getMessage(), e);
    }
  }

  private static ObjectNode json(ClusterState state) {
    ObjectNode all = JSON.createObjectNode();
    ClusterPlan plan = state.plan();
    all.put("taskManagers", plan.taskManagers());
    all.put("slots", plan.slots());
    all.put("config", plan.config().toString());
    plan.rulebook().ifPresent(file -> all.put("rulebook", file.toString()));
    ObjectNode ports = all.putObject("ports");
    state.ports().byName().forEach(ports::put);
    all.put("births", state.births());
    all.put("line", state.line());
    state.origin().ifPresent(savepoint -> all.put("origin", savepoint));
    ObjectNode lives = all.putObject("lives");
    new TreeMap<>(state.lives())
        .forEach(
            (member, life) ->
                lives
                    .putObject(member)
                    .put("birth", life.birth())
                    .put("pid", life.pid())
                    .put("started", life.started().toString()));
    return all;
  }

  private static ClusterState state(JsonNode all) {
    JsonNode ports = all.path("ports");
    Map<String, ProcessLife> lives = new TreeMap<>();
    all.path("lives")
        .properties()
        .forEach(entry -> lives.put(entry.getKey(), life(entry.getValue())));
    return new ClusterState(
        new ClusterPlan(
            number(all, "taskManagers"),
            number(all, "slots"),
            Path.of(text(all, "config")),
            optional(all, "rulebook").map(Path::of)),
        new Ports(
            number(ports, "kafka"),
            number(ports, "controller"),
            number(ports, "rest"),
            number(ports, "rpc")),
        lives,
        number(all, "births"),
        optional(all, "origin"),
        number(all, "line"));
  }

  private static ProcessLife life(JsonNode life) {
    return new ProcessLife(
        number(life, "birth"), longNumber(life, "pid"), Instant.parse(text(life, "started")));
  }

  private static int number(JsonNode node, String key) {
    return Math.toIntExact(longNumber(node, key));
  }

  private static long longNumber(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (!value.isIntegralNumber()) {
      throw new IllegalArgumentException("'" + key + "' is missing or no number");
    }
    return value.longValue();
  }

  private static String text(JsonNode node, String key) {
    return optional(node, key)
        .orElseThrow(() -> new IllegalArgumentException("'" + key + "' is missing"));
  }

  private static Optional<String> optional(JsonNode node, String key) {
    return Optional.of(node.path(key)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }
}
