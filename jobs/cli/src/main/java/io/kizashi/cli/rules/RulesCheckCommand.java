package io.kizashi.cli.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.cli.options.Rulebooks;
import io.kizashi.cli.options.SiteOptions;
import io.kizashi.control.check.ProblemsJson;
import io.kizashi.control.recording.TouchpointSource;
import io.kizashi.control.seen.SeenReport;
import io.kizashi.language.explain.Language;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.told.ProblemText;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compiles a rulebook and shows what is wrong with it. */
@Command(
    name = "check",
    description = "Compile a rulebook; every problem is shown with its place and a hint.")
final class RulesCheckCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "The rulebook.")
  Path file = Path.of("");

  @Option(names = "--json", description = "Print one JSON object for programs.")
  boolean json;

  @Option(
      names = "--seen",
      paramLabel = "EVENTS",
      description = {
        "Hold what it asks for against a recording, one JSON a line: types, properties, kinds and",
        "values that are never sent, and how often each condition was asked, not read, and held.",
        "The recording is held to the rulebook's tracking plan, where it has one."
      })
  Optional<Path> seen = Optional.empty();

  @ArgGroup(
      exclusive = false,
      heading = "Hold it against all that sources have sent to a running engine instead:%n")
  @Nullable SiteOptions site;

  @Option(
      names = "--lang",
      defaultValue = "en",
      description = "Language of what is told: ja or en (default: en).")
  Language language = Language.EN;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    RulebookDocument document = Rulebooks.read(file);
    Compilation compilation = RulebookCompiler.compile(document);
    Optional<SeenReport> report =
        compilation instanceof Compilation.Compiled compiled
            ? source().map(it -> held(document, compiled, it))
            : Optional.empty();
    if (json) {
      ObjectNode result = asJson(document, compilation);
      report.ifPresent(it -> result.set("seen", it.asJson()));
      spec.commandLine().getOut().println(result);
    } else {
      print(compilation);
      report.ifPresent(this::print);
    }
    return compilation instanceof Compilation.Refused ? ExitCode.INPUT : ExitCode.DONE;
  }

  private Optional<TouchpointSource> source() {
    SiteOptions topics = site;
    if (topics != null && seen.isPresent()) {
      throw new ParameterException(spec.commandLine(), "either --seen or --bootstrap, not both");
    }
    return topics == null
        ? seen.map(TouchpointSource::of)
        : Optional.of(TouchpointSource.of(topics.site()));
  }

  private SeenReport held(
      RulebookDocument document, Compilation.Compiled compiled, TouchpointSource source) {
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      return SeenReport.of(
          document,
          compiled,
          source,
          language,
          read -> progress.show(() -> String.format(Locale.ROOT, "%,d read", read)));
    }
  }

  private void print(SeenReport report) {
    if (!report.findings().isEmpty()) {
      spec.commandLine().getErr().println(Rulebooks.render(report.findings(), language));
    }
    report.print(spec.commandLine().getOut());
  }

  private void print(Compilation compilation) {
    PrintWriter err = spec.commandLine().getErr();
    if (!compilation.problems().isEmpty()) {
      err.println(Rulebooks.render(compilation.problems(), language));
    }
    if (compilation instanceof Compilation.Compiled compiled) {
      String warnings = compiled.problems().isEmpty() ? "" : ", warnings: " + warnings(compiled);
      String fine = file + ": rulebook '" + compiled.rules().ref().name() + "' is fine" + warnings;
      spec.commandLine().getOut().println(ProblemText.in(language).say(fine));
    }
  }

  private static int warnings(Compilation.Compiled compiled) {
    return compiled.problems().size();
  }

  private ObjectNode asJson(RulebookDocument document, Compilation compilation) {
    ObjectNode result = new ObjectMapper().createObjectNode();
    result.put("ok", compilation instanceof Compilation.Compiled);
    result.put("file", document.file());
    result.put("hash", document.hash());
    if (compilation instanceof Compilation.Compiled compiled) {
      result.put("rulebook", compiled.rules().ref().name());
    }
    result.set("problems", ProblemsJson.of(compilation.problems(), language));
    return result;
  }
}
