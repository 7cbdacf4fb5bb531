package io.kizashi.cli.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kizashi.local.cluster.ClusterStatus;
import io.kizashi.terminal.ExitCode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says how the cluster does. */
@Command(
    name = "status",
    description = {
      "Say which processes live, where they listen, what the job does and which TaskManager runs"
          + " which of its tasks.",
      "'restarts' counts since the job was submitted, 'checkpoints' those completed since then."
    })
final class StatusCommand implements Callable<Integer> {
  @Mixin Shared shared = new Shared();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Optional<ClusterStatus> status = shared.folder().state().read().map(shared::status);
    String none = "no cluster was started in " + shared.folder().root();
    spec.commandLine()
        .getOut()
        .println(
            shared.json
                ? status.map(ClusterStatus::json).orElseGet(JsonNodeFactory.instance::objectNode)
                : status.map(ClusterStatus::text).orElse(none));
    return ExitCode.DONE;
  }
}
