package io.kizashi.cli.rules;

import io.kizashi.cli.options.Rulebooks;
import io.kizashi.language.explain.Explanation;
import io.kizashi.language.explain.Language;
import io.kizashi.terminal.ExitCode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says in plain words what the rules of a rulebook do. */
@Command(
    name = "explain",
    description = "Say in plain words what each rule does: for those who answer for it.")
final class RulesExplainCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "The rulebook.")
  Path file = Path.of("");

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      defaultValue = "en",
      description = "ja or en; ${DEFAULT-VALUE} where absent.")
  Language language = Language.EN;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(Explanation.of(Rulebooks.compiled(file, language), language));
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }
}
