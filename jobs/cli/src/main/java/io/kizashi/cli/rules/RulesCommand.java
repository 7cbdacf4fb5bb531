package io.kizashi.cli.rules;

import io.kizashi.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The group of commands for those who write rules. */
@Command(
    name = "rules",
    description = "Check, explain, test and try rulebooks, and put them into force.",
    subcommands = {
      RulesCheckCommand.class,
      RulesExplainCommand.class,
      RulesLibraryCommand.class,
      RulesNewCommand.class,
      RulesPlanCommand.class,
      RulesTestCommand.class,
      RulesMutateCommand.class,
      RulesPreviewCommand.class,
      RulesTryCommand.class,
      RulesPublishCommand.class,
      RulesStatusCommand.class,
      RulesHistoryCommand.class,
      RulesRollbackCommand.class,
    })
public final class RulesCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
