package io.kizashi.cli.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.local.cluster.ClusterFolder;
import io.kizashi.local.cluster.ClusterProcess;
import io.kizashi.local.cluster.ClusterState;
import io.kizashi.local.cluster.JobSettings;
import io.kizashi.local.cluster.LocalCluster;
import io.kizashi.local.cluster.ProcessLife;
import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Kills a process of the cluster. */
@Command(
    name = "kill",
    description = {
      "Kill a process of the cluster (SIGKILL): it gets no chance to save anything.",
      "'cluster start' starts again what is dead. A JobManager started again knows of no job: the"
          + " job is submitted again, from its newest checkpoint."
    })
final class KillCommand implements Callable<Integer> {
  @Parameters(paramLabel = "MEMBER", description = "broker, jm, tm1, tm2 …")
  String name = "";

  @Option(
      names = "--restart",
      description =
          "Start it again at once, in the same folder and on the same ports, and wait until the job"
              + " works again.")
  boolean restart;

  @Mixin Shared shared = new Shared();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    ClusterFolder folder = shared.folder();
    ClusterState state = shared.started();
    ClusterProcess member =
        ClusterProcess.named(name, state.plan())
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), "there is no '" + name + "'; " + names(state)));
    try (FileChannel lock = folder.lock();
        Progress progress = Progress.on(spec.commandLine().getErr())) {
      ProcessLife life =
          state
              .life(member)
              .filter(known -> lock.isOpen() && known.isAlive())
              .orElseThrow(() -> new EnvironmentFault(name + " does not live"));
      long start = System.nanoTime();
      life.kill();
      Optional<Duration> works = Optional.empty();
      if (restart && restart(member, folder, state, progress)) {
        works = Optional.of(Duration.ofNanos(System.nanoTime() - start));
      }
      print(life, works);
    }
    return ExitCode.DONE;
  }

  private boolean restart(
      ClusterProcess member, ClusterFolder folder, ClusterState state, Progress progress) {
    return LocalCluster.of(folder, shared.home(), state, text -> progress.show(() -> text))
        .restart(member, JobSettings.of(state, folder));
  }

  private static String names(ClusterState state) {
    return "there are "
        + String.join(
            ", ", ClusterProcess.of(state.plan()).stream().map(ClusterProcess::name).toList());
  }

  private void print(ProcessLife killed, Optional<Duration> works) {
    if (shared.json) {
      ObjectNode all =
          JsonNodeFactory.instance
              .objectNode()
              .put("killed", name)
              .put("pid", killed.pid())
              .put("restarted", restart)
              .put("works", works.isPresent());
      works.ifPresent(after -> all.put("seconds", after.toMillis() / 1000.0));
      spec.commandLine().getOut().println(all);
      return;
    }
    spec.commandLine().getOut().println("killed " + name + ", pid " + killed.pid());
    if (restart) {
      spec.commandLine()
          .getOut()
          .println(
              works
                  .map(
                      after ->
                          String.format(
                              Locale.ROOT,
                              "started again; the job works after %.1f s",
                              after.toMillis() / 1000.0))
                  .orElse("started again; others are dead, 'cluster start' starts them"));
    }
  }
}
