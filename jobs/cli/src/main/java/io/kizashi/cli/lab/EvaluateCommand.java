package io.kizashi.cli.lab;

import io.kizashi.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The group of commands that hold the engine's judgement against people's. */
@Command(
    name = "evaluate",
    description = "Hold the engine's judgement against people's, on data that they labelled.",
    subcommands = EvaluateEmotionCommand.class)
public final class EvaluateCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
