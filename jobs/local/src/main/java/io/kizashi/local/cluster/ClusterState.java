package io.kizashi.local.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the commands remember of a cluster.
 *
 * @param plan what is to run
 * @param ports where
 * @param lives of the processes that were started and not stopped, by member; some may be dead
 * @param births how many processes have been started so far
 * @param origin the savepoint at which the state of this cluster began, if it did
 * @param line number of the folder of checkpoints: each savepoint begins another line, so that a
 *     checkpoint from before it is never taken for a newer one
 */
public record ClusterState(
    ClusterPlan plan,
    Ports ports,
    Map<String, ProcessLife> lives,
    int births,
    Optional<String> origin,
    int line) {

  public ClusterState {
    lives = Map.copyOf(lives);
  }

  /** Of a cluster that has never run. */
  public static ClusterState of(ClusterPlan plan, Ports ports) {
    return new ClusterState(plan, ports, Map.of(), 0, Optional.empty(), 1);
  }

  public ClusterState with(ClusterPlan other, Ports others) {
    return new ClusterState(other, others, lives, births, origin, line);
  }

  public ClusterState from(String savepoint) {
    return new ClusterState(plan, ports, lives, births, Optional.of(savepoint), line + 1);
  }

  /** A member has been born. */
  public ClusterState with(ClusterProcess member, ProcessLife life) {
    Map<String, ProcessLife> all = new TreeMap<>(lives);
    all.put(member.name(), life);
    return new ClusterState(plan, ports, all, Math.max(births, life.birth()), origin, line);
  }

  /** All are stopped. */
  ClusterState stopped() {
    return new ClusterState(plan, ports, Map.of(), births, origin, line);
  }

  public boolean isAlive(ClusterProcess member) {
    return life(member).map(ProcessLife::isAlive).orElse(false);
  }

  public boolean anyAlive() {
    return lives.values().stream().anyMatch(ProcessLife::isAlive);
  }

  /** Ids of the TaskManagers that live. */
  Set<String> taskManagers() {
    return ClusterProcess.of(plan).stream()
        .flatMap(member -> taskManager(member).stream())
        .collect(Collectors.toSet());
  }

  /** What Flink calls a member in its present life; empty while it is dead. */
  Optional<String> taskManager(ClusterProcess member) {
    return life(member)
        .filter(ProcessLife::isAlive)
        .map(life -> TaskManagerId.of(member, life.birth()));
  }

  public Optional<ProcessLife> life(ClusterProcess member) {
    return Optional.ofNullable(lives.get(member.name()));
  }
}
