package io.kizashi.cli.rules;

import io.kizashi.cli.options.Rulebooks;
import io.kizashi.control.check.MutationReport;
import io.kizashi.language.explain.Language;
import io.kizashi.language.yaml.Problem;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks whether a rulebook's tests would notice a slip. */
@Command(
    name = "mutate",
    description = {
      "Change one thing of a rulebook at a time, and run its tests: which changes of decisions do"
          + " they not notice? Each is shown with its place and a story that tells it from the"
          + " rulebook.",
      "The exit code is 1 where there is such a change, a test fails as it is, or there is none."
    })
final class RulesMutateCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "The rulebook.")
  Path file = Path.of("");

  @Option(names = "--all", description = "List changes that make no difference, too.")
  boolean all;

  @Option(names = "--json", description = "Print one JSON object for programs.")
  boolean json;

  @Option(names = "--lang", defaultValue = "en", description = "Language: ja or en (default: en).")
  Language language = Language.EN;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    MutationReport report;
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      report =
          MutationReport.run(
              Rulebooks.read(file),
              tried -> progress.show(() -> String.format(Locale.ROOT, "%,d changes tried", tried)));
    }
    if (json) {
      spec.commandLine().getOut().println(report.asJson());
    } else {
      List<Problem> problems = report.tests().compilation().problems();
      if (!problems.isEmpty()) {
        spec.commandLine().getErr().println(Rulebooks.render(problems, language));
      }
      report.print(language, all, spec.commandLine().getOut());
    }
    return report.ok() ? ExitCode.DONE : ExitCode.INPUT;
  }
}
