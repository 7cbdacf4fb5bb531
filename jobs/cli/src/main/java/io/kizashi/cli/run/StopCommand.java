package io.kizashi.cli.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kizashi.local.cluster.ClusterFolder;
import io.kizashi.local.cluster.ClusterState;
import io.kizashi.local.cluster.Shutdown;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends the cluster in good order. */
@Command(
    name = "stop",
    description = {
      "Take a last checkpoint, end the job and all processes; the next start goes on there.",
      "Data stays. To stop what is stopped is no error."
    })
final class StopCommand implements Callable<Integer> {
  @Mixin Shared shared = new Shared();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    ClusterFolder folder = shared.folder();
    boolean ran = false;
    if (folder.state().read().isPresent()) {
      try (FileChannel lock = folder.lock()) {
        Optional<ClusterState> state = folder.state().read();
        ran = lock.isOpen() && state.filter(ClusterState::anyAlive).isPresent();
        state.ifPresent(known -> Shutdown.of(folder, known));
      }
    }
    spec.commandLine()
        .getOut()
        .println(
            shared.json
                ? JsonNodeFactory.instance.objectNode().put("stopped", ran)
                : (ran ? "stopped" : "nothing ran"));
    return ExitCode.DONE;
  }
}
