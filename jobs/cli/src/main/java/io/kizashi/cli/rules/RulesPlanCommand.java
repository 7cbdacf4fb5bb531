package io.kizashi.cli.rules;

import io.kizashi.cli.options.NewFile;
import io.kizashi.cli.options.SiteOptions;
import io.kizashi.control.recording.TouchpointSource;
import io.kizashi.control.seen.PlanDraft;
import io.kizashi.language.explain.Language;
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
import picocli.CommandLine.Spec;

/** Drafts a tracking plan from what sources send. */
@Command(
    name = "plan",
    description = {
      "Draft a tracking plan from what is sent: types, properties, kinds, and what each had.",
      "A rulebook includes it; 'rules check' holds its rules, and with --seen recordings, to it."
    })
final class RulesPlanCommand implements Callable<Integer> {
  /** One of two. */
  static final class Source {
    @Option(
        names = "--from",
        paramLabel = "EVENTS",
        description = "A recording: touchpoints, one JSON a line.")
    Optional<Path> from = Optional.empty();

    @ArgGroup(
        exclusive = false,
        multiplicity = "1",
        heading = "Or all that sources have sent to a running engine:%n")
    @Nullable SiteOptions site;

    TouchpointSource touchpoints() {
      SiteOptions topics = site;
      return topics == null
          ? TouchpointSource.of(from.orElseThrow())
          : TouchpointSource.of(topics.site());
    }
  }

  @ArgGroup(multiplicity = "1")
  Source source = new Source();

  @Option(names = "--out", paramLabel = "FILE", description = "A new file (default: the screen).")
  Optional<Path> out = Optional.empty();

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      defaultValue = "en",
      description = "Of its comments: ja or en; ${DEFAULT-VALUE} where absent.")
  Language language = Language.EN;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter screen = spec.commandLine().getOut();
    String plan = draft();
    if (out.isPresent()) {
      NewFile.write(plan, out.get());
      screen.println(out.get() + ": look through it, then include it in the rulebook");
    } else {
      screen.print(plan);
    }
    screen.flush();
    return ExitCode.DONE;
  }

  private String draft() {
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      return PlanDraft.of(
          source.touchpoints(),
          language,
          read -> progress.show(() -> String.format(Locale.ROOT, "%,d read", read)));
    }
  }
}
