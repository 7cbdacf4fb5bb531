package io.kizashi.local.cluster;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a person asks of a start; what is left open stays as it was, or is the usual.
 *
 * @param home the project's folder
 */
public record ClusterRequest(
    Path home,
    Optional<Integer> taskManagers,
    Optional<Integer> slots,
    Optional<Path> config,
    Optional<Path> rulebook,
    Optional<Integer> kafkaPort,
    Optional<Integer> restPort) {
  private static final int TASK_MANAGERS = 2;
  private static final int SLOTS = 1;

  /** The usual settings: those that are deployed. */
  private static final Path CONFIG = Path.of("deploy", "kizashi.yaml");

  private static final Path RULEBOOK = Path.of("sample-streams", "retail-cart", "rulebook.yaml");

  /**
   * What is to run.
   *
   * @param before what ran or runs
   */
  public ClusterPlan plan(Optional<ClusterPlan> before) {
    return new ClusterPlan(
        taskManagers.or(() -> before.map(ClusterPlan::taskManagers)).orElse(TASK_MANAGERS),
        slots.or(() -> before.map(ClusterPlan::slots)).orElse(SLOTS),
        config
            .map(ClusterRequest::absolute)
            .or(() -> before.map(ClusterPlan::config))
            .orElseGet(() -> absolute(home.resolve(CONFIG))),
        rulebook.map(ClusterRequest::absolute).or(() -> unsaid(before)));
  }

  /** Settings of one's own name rules of their own. */
  private Optional<Path> unsaid(Optional<ClusterPlan> before) {
    if (config.isPresent()) {
      return Optional.empty();
    }
    return before.isPresent()
        ? before.flatMap(ClusterPlan::rulebook)
        : Optional.of(absolute(home.resolve(RULEBOOK)));
  }

  public Ports ports(Optional<Ports> before) {
    return before
        .map(
            known ->
                new Ports(
                    kafkaPort.orElse(known.kafka()),
                    known.controller(),
                    restPort.orElse(known.rest()),
                    known.rpc()))
        .orElseGet(() -> Ports.free(kafkaPort, restPort));
  }

  /** Where Flink's deployed settings are. */
  static Path flink(Path home) {
    return home.resolve("deploy").resolve("flink").toAbsolutePath().normalize();
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
