package io.kizashi.cli.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kizashi.local.cluster.ClusterState;
import io.kizashi.local.cluster.FlinkRest;
import io.kizashi.local.cluster.JobView;
import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.terminal.ExitCode;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes a savepoint of the job. */
@Command(
    name = "savepoint",
    description = {
      "Take a savepoint of the running job and print where it is.",
      "'cluster start --from' goes on from it. No command removes it."
    })
final class SavepointCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Mixin Shared shared = new Shared();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    ClusterState state = shared.started();
    FlinkRest rest = FlinkRest.of(shared.folder(), state);
    JobView job =
        rest.job()
            .filter(view -> !view.isOver())
            .orElseThrow(() -> new EnvironmentFault("no job runs; 'cluster start' submits it"));
    String folder = shared.folder().savepoints().toUri().toString();
    String savepoint = rest.savepoint(job.id(), folder, PATIENCE);
    spec.commandLine()
        .getOut()
        .println(
            shared.json
                ? JsonNodeFactory.instance.objectNode().put("savepoint", savepoint)
                : savepoint);
    return ExitCode.DONE;
  }
}
