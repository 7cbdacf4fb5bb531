package io.kizashi.cli.run;

import io.kizashi.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The group of commands for a cluster of real processes on this machine. */
@Command(
    name = "cluster",
    description = {
      "Run the pipeline's jar on a cluster on this machine: a Kafka broker, a Flink JobManager and"
          + " TaskManagers, each a process of its own that can be killed.",
      "Flink is set as deploy/flink/config.yaml says; addresses, folders and memory are local."
    },
    subcommands = {
      StartCommand.class,
      StatusCommand.class,
      KillCommand.class,
      SavepointCommand.class,
      StopCommand.class
    })
public final class ClusterCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
