package io.kizashi.cli.run;

import io.kizashi.local.cluster.ClusterFolder;
import io.kizashi.local.cluster.ClusterProcess;
import io.kizashi.local.cluster.ClusterState;
import io.kizashi.local.cluster.ClusterStatus;
import io.kizashi.local.cluster.FlinkRest;
import io.kizashi.local.cluster.JobView;
import io.kizashi.terminal.EnvironmentFault;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every command on a cluster takes. */
final class Shared {
  /** Set by the launcher: the project's folder. */
  private static final String HOME = "kizashi.home";

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description =
          "Where the cluster keeps its data and logs (default: kizashi/cluster in the user's state"
              + " folder, usually ~/.local/state).")
  Optional<Path> folder = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object for programs.")
  boolean json;

  ClusterFolder folder() {
    return new ClusterFolder(folder.orElseGet(ClusterFolder::usual));
  }

  Path home() {
    return Path.of(System.getProperty(HOME, "."));
  }

  /**
   * The cluster that was started here.
   *
   * @throws EnvironmentFault if none was
   */
  ClusterState started() {
    return folder()
        .state()
        .read()
        .filter(ClusterState::anyAlive)
        .orElseThrow(
            () ->
                new EnvironmentFault(
                    "no cluster runs in " + folder().root() + "; 'cluster start' starts one"));
  }

  /** How it does at this moment. */
  ClusterStatus status(ClusterState state) {
    Optional<JobView> job =
        state.isAlive(new ClusterProcess.JobManager())
            ? FlinkRest.of(folder(), state).job()
            : Optional.empty();
    return new ClusterStatus(folder(), state, job);
  }
}
