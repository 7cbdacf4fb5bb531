package io.kizashi.cli.rules;

import io.kizashi.cli.options.Rulebooks;
import io.kizashi.control.check.TestReport;
import io.kizashi.language.explain.Language;
import io.kizashi.language.yaml.Problem;
import io.kizashi.terminal.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the tests that a rulebook carries. */
@Command(
    name = "test",
    description = {
      "Run the tests of a rulebook: what was expected, and what happened instead.",
      "Times are in the rulebook's time zone; without a date they are on 2026-03-02, a Monday."
    })
final class RulesTestCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "The rulebook.")
  Path file = Path.of("");

  @Option(names = "--json", description = "Print one JSON object for programs.")
  boolean json;

  @Option(names = "--lang", defaultValue = "en", description = "Language: ja or en (default: en).")
  Language language = Language.EN;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    TestReport report = TestReport.run(Rulebooks.read(file));
    if (json) {
      spec.commandLine().getOut().println(report.asJson(language));
    } else {
      List<Problem> problems = report.compilation().problems();
      if (!problems.isEmpty()) {
        spec.commandLine().getErr().println(Rulebooks.render(problems, language));
      }
      report.print(language, spec.commandLine().getOut());
    }
    return report.ok() ? ExitCode.DONE : ExitCode.INPUT;
  }
}
