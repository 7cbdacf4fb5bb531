package io.kizashi.cli.sources;

import io.kizashi.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The group of commands for those who prove time to an engine. */
@Command(
    name = "sources",
    description = "Tell an engine about the sources that its time waits for.",
    subcommands = {SourcesRetireCommand.class})
public final class SourcesCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
