package io.kizashi.local.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A place in the cluster that a process fills; its name stays when another process takes over. */
public sealed interface ClusterProcess {
  /** As people call it, and as its log file is called. */
  String name();

  /** The broker. */
  record Broker() implements ClusterProcess {
    @Override
    public String name() {
      return "broker";
    }
  }

  /** Plans and watches the job. */
  record JobManager() implements ClusterProcess {
    @Override
    public String name() {
      return "jm";
    }
  }

  /** Runs the job's tasks. */
  record TaskManager(int number) implements ClusterProcess {
    @Override
    public String name() {
      return "tm" + number;
    }
  }

  /** All of a plan, in the order in which they are started. */
  static List<ClusterProcess> of(ClusterPlan plan) {
    List<ClusterProcess> all = new ArrayList<>(List.of(new Broker(), new JobManager()));
    IntStream.rangeClosed(1, plan.taskManagers()).mapToObj(TaskManager::new).forEach(all::add);
    return all;
  }

  /** The one of a name. */
  static Optional<ClusterProcess> named(String name, ClusterPlan plan) {
    return of(plan).stream().filter(member -> member.name().equals(name)).findAny();
  }
}
