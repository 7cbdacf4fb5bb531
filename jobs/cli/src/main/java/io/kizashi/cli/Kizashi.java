package io.kizashi.cli;

import io.kizashi.cli.lab.BenchCommand;
import io.kizashi.cli.lab.CheckCommand;
import io.kizashi.cli.lab.EvaluateCommand;
import io.kizashi.cli.look.CompareCommand;
import io.kizashi.cli.look.EmotionsCommand;
import io.kizashi.cli.look.LearnCommand;
import io.kizashi.cli.look.WhyCommand;
import io.kizashi.cli.play.DemoCommand;
import io.kizashi.cli.play.FeedCommand;
import io.kizashi.cli.play.GenerateCommand;
import io.kizashi.cli.play.ImportCommand;
import io.kizashi.cli.play.ReplayCommand;
import io.kizashi.cli.rules.PauseCommand;
import io.kizashi.cli.rules.ResumeCommand;
import io.kizashi.cli.rules.RulesCommand;
import io.kizashi.cli.rules.ThawCommand;
import io.kizashi.cli.run.ClusterCommand;
import io.kizashi.cli.run.EngineStatusCommand;
import io.kizashi.cli.run.RunCommand;
import io.kizashi.cli.sources.SourcesCommand;
import io.kizashi.cli.topics.TopicsCommand;
import io.kizashi.terminal.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code kizashi}. */
@Command(
    name = "kizashi",
    description = "Real-time customer experience: from what customers do to the next best action.",
    mixinStandardHelpOptions = true,
    versionProvider = Release.class,
    scope = ScopeType.INHERIT,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the input or the rulebook is at fault",
      "2:the command line is at fault",
      "3:the environment is at fault",
      "4:the engine failed again and again, and was stopped"
    },
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      EngineStatusCommand.class,
      ClusterCommand.class,
      ReplayCommand.class,
      CompareCommand.class,
      FeedCommand.class,
      ImportCommand.class,
      TopicsCommand.class,
      SourcesCommand.class,
      RulesCommand.class,
      PauseCommand.class,
      ResumeCommand.class,
      ThawCommand.class,
      GenerateCommand.class,
      BenchCommand.class,
      CheckCommand.class,
      EmotionsCommand.class,
      LearnCommand.class,
      EvaluateCommand.class,
      WhyCommand.class,
    })
public final class Kizashi implements Callable<Integer> {
  @Option(
      names = "--debug",
      description = "Show where a fault comes from.",
      scope = ScopeType.INHERIT)
  boolean debug;

  @Spec CommandSpec spec = CommandSpec.create();

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(commandLine(out, err).execute(arguments));
  }

  /** The command line as it is, writing to {@code out} and {@code err}. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    Kizashi root = new Kizashi();
    return new CommandLine(root)
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new FaultMapper(root));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
