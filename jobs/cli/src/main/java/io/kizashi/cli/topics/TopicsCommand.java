package io.kizashi.cli.topics;

import io.kizashi.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The group of commands for the topics of an engine. */
@Command(
    name = "topics",
    description = "Check the topics of an engine before it starts, and create those it lacks.",
    subcommands = {TopicsCheckCommand.class, TopicsCreateCommand.class})
public final class TopicsCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
