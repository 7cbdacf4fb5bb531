package io.kizashi.cli.rules;

import io.kizashi.cli.options.NewFile;
import io.kizashi.cli.options.Rulebooks;
import io.kizashi.control.check.TestReport;
import io.kizashi.control.template.JobTemplate;
import io.kizashi.control.template.JobTemplate.Said;
import io.kizashi.control.template.JobTemplate.Value;
import io.kizashi.control.template.Templates;
import io.kizashi.language.explain.Language;
import io.kizashi.language.library.Bundle;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.InputFault;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a rulebook of everyday work, with its tests, from a few values. */
@Command(
    name = "new",
    description = {
      "Write a rulebook of everyday work, with its tests: fill in values, no expressions.",
      "--list shows what there is."
    })
final class RulesNewCommand implements Callable<Integer> {
  private static final long FIRST_VERSION = 1;

  @Option(names = "--list", description = "Show the jobs and their values, and write nothing.")
  boolean list;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      defaultValue = "en",
      description = "Of the list and of problems: ja or en; ${DEFAULT-VALUE} where absent.")
  Language language = Language.EN;

  @Option(names = "--job", paramLabel = "JOB", description = "Its number or name, such as 08.")
  Optional<String> job = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A value of the job; as listed where absent.")
  Map<String, String> values = new LinkedHashMap<>();

  @Option(names = "--out", paramLabel = "FILE", description = "A new file (default: the screen).")
  Optional<Path> out = Optional.empty();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter screen = spec.commandLine().getOut();
    if (list) {
      Templates.all().forEach(template -> print(template, screen));
      screen.flush();
      return ExitCode.DONE;
    }
    String asked =
        job.orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "say which job by --job, or see them all by --list"));
    JobTemplate template = Templates.named(asked);
    String rulebook = template.fill(values);
    TestReport report = tested(template, rulebook);
    if (out.isPresent()) {
      NewFile.write(rulebook, out.get());
      int tests = report.results().size();
      screen.println(out.get() + ": job " + template.id() + ", and its " + tests + " tests hold");
    } else {
      screen.print(rulebook);
    }
    screen.flush();
    return ExitCode.DONE;
  }

  private void print(JobTemplate template, PrintWriter screen) {
    screen.println(template.number() + "  " + said(template.title()));
    for (Value value : template.values()) {
      screen.printf("      %s=%s  %s%n", value.name(), value.standard(), said(value.meaning()));
    }
  }

  private String said(Said said) {
    return switch (language) {
      case EN -> said.en();
      case JA -> said.ja();
    };
  }

  /** Values that are fine one by one may not fit each other: the rulebook's own tests tell. */
  private TestReport tested(JobTemplate template, String rulebook) {
    String whole = Bundle.join(rulebook, name -> Optional.empty());
    TestReport report =
        TestReport.run(new RulebookDocument(template.id() + ".yaml", FIRST_VERSION, whole));
    if (!report.ok()) {
      PrintWriter err = spec.commandLine().getErr();
      List<Problem> problems = report.compilation().problems();
      if (!problems.isEmpty()) {
        err.println(Rulebooks.render(problems, language));
      }
      report.print(language, err);
      err.flush();
      throw new InputFault("these values do not go together: nothing is written");
    }
    return report;
  }
}
