package io.kizashi.cli.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.local.cluster.ClusterFolder;
import io.kizashi.local.cluster.ClusterPlan;
import io.kizashi.local.cluster.ClusterRequest;
import io.kizashi.local.cluster.ClusterState;
import io.kizashi.local.cluster.ClusterStatus;
import io.kizashi.local.cluster.JobSettings;
import io.kizashi.local.cluster.LocalCluster;
import io.kizashi.local.cluster.Ports;
import io.kizashi.local.cluster.Shutdown;
import io.kizashi.local.cluster.Submission;
import io.kizashi.local.folder.PrivateFolder;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.InputFault;
import io.kizashi.terminal.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the cluster, or what of it is dead. */
@Command(
    name = "start",
    description = {
      "Start broker, JobManager and TaskManagers, submit the pipeline's jar, and wait until every"
          + " task has adopted the rulebook.",
      "Started again, it goes on where it was; what is not said stays as it was. Dead processes"
          + " of a running cluster are started again."
    })
final class StartCommand implements Callable<Integer> {
  private static final String METADATA = "_metadata";

  @Option(
      names = "--task-managers",
      paramLabel = "N",
      description = "How many, 1 to 8 (default: 2).")
  Optional<Integer> taskManagers = Optional.empty();

  @Option(
      names = "--slots",
      paramLabel = "N",
      description = "Of each TaskManager, 1 to 16; the job fills them all (default: 1).")
  Optional<Integer> slots = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The pipeline's configuration; bootstrap, parallelism and the folder of checkpoints are"
              + " the cluster's (default: deploy/kizashi.yaml).")
  Optional<Path> config = Optional.empty();

  @Option(
      names = "--rulebook",
      paramLabel = "FILE",
      description =
          "The first rules (default: what --config names, else"
              + " sample-streams/retail-cart/rulebook.yaml).")
  Optional<Path> rulebook = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "SAVEPOINT",
      description = "Begin with the state of a savepoint; the cluster must be stopped.")
  Optional<String> from = Optional.empty();

  @Option(
      names = "--fresh",
      description =
          "Begin anew: stop what runs, and remove topics, checkpoints and logs. Savepoints stay.")
  boolean fresh;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      description = "The broker's (default: a free one).")
  Optional<Integer> kafkaPort = Optional.empty();

  @Option(
      names = "--rest-port",
      paramLabel = "PORT",
      description = "The JobManager's for HTTP (default: a free one).")
  Optional<Integer> restPort = Optional.empty();

  @Mixin Shared shared = new Shared();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    refuse(out(taskManagers, ClusterPlan.MOST_TASK_MANAGERS), "--task-managers is 1 to 8");
    refuse(out(slots, ClusterPlan.MOST_SLOTS), "--slots is 1 to 16");
    refuse(out(kafkaPort, 65_535) || out(restPort, 65_535), "a port is 1 to 65535");
    Optional<String> savepoint = from.map(StartCommand::savepoint);
    ClusterFolder folder = shared.folder();
    PrivateFolder.exposure(folder.root())
        .ifPresent(open -> spec.commandLine().getErr().println("kizashi: " + open));
    long start = System.nanoTime();
    try (FileChannel lock = folder.lock()) {
      ClusterState state = planned(folder, lock, savepoint);
      JobSettings settings = JobSettings.of(state, folder);
      folder.state().write(state);
      Started started = start(folder, state, settings);
      print(shared.status(started.state()), started.beginning(), (System.nanoTime() - start) / 1e9);
    }
    return ExitCode.DONE;
  }

  private record Started(ClusterState state, Optional<Submission.Beginning> beginning) {}

  private Started start(ClusterFolder folder, ClusterState state, JobSettings settings) {
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      LocalCluster cluster =
          LocalCluster.of(folder, shared.home(), state, text -> progress.show(() -> text));
      Optional<Submission.Beginning> beginning = cluster.start(settings);
      return new Started(cluster.state(), beginning);
    }
  }

  /** What is to be, checked against what is. */
  private ClusterState planned(ClusterFolder folder, FileChannel lock, Optional<String> savepoint) {
    Optional<ClusterState> before = folder.state().read().filter(known -> lock.isOpen());
    boolean alive = before.filter(ClusterState::anyAlive).isPresent();
    ClusterRequest wish =
        new ClusterRequest(
            shared.home(), taskManagers, slots, config, rulebook, kafkaPort, restPort);
    if (fresh) {
      before.ifPresent(state -> Shutdown.of(folder, state));
      folder.clear();
      before = Optional.empty();
      alive = false;
    }
    ClusterPlan plan = wish.plan(before.map(ClusterState::plan));
    Ports ports = wish.ports(before.map(ClusterState::ports));
    ClusterState state =
        before.map(known -> known.with(plan, ports)).orElseGet(() -> ClusterState.of(plan, ports));
    refuse(alive && savepoint.isPresent(), "--from needs a cluster that is stopped; stop it first");
    refuse(
        alive && !before.equals(Optional.of(state)),
        "the cluster runs with other options; stop it first");
    return savepoint.map(state::from).orElse(state);
  }

  private static boolean out(Optional<Integer> value, int most) {
    return value.filter(number -> number < 1 || number > most).isPresent();
  }

  /** A path or a URI, as a URI. */
  private static String savepoint(String text) {
    Path path = text.startsWith("file:") ? Path.of(URI.create(text)) : Path.of(text);
    if (!Files.isRegularFile(path.resolve(METADATA))) {
      throw new InputFault(text + ": is no savepoint; 'cluster savepoint' prints where one is");
    }
    return path.toAbsolutePath().normalize().toUri().toString();
  }

  private void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private void print(
      ClusterStatus status, Optional<Submission.Beginning> beginning, double seconds) {
    beginning.ifPresent(
        at ->
            at.passedOver()
                .forEach(
                    damaged ->
                        spec.commandLine()
                            .getErr()
                            .println(
                                "kizashi: damaged, the checkpoint before it is taken: "
                                    + damaged)));
    PrintWriter out = spec.commandLine().getOut();
    if (shared.json) {
      ObjectNode all = status.json().put("seconds", Math.rint(seconds * 10) / 10);
      beginning.ifPresent(at -> all.put("from", at.path()));
      out.println(all);
      return;
    }
    out.println(status.text());
    beginning.ifPresent(at -> out.println("went on from " + at.path()));
    out.printf(
        Locale.ROOT, "up after %.1f s; data and logs in %s%n", seconds, status.folder().root());
  }
}
