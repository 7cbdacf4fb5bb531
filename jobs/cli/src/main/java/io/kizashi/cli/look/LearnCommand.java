package io.kizashi.cli.look;

import io.kizashi.cli.options.SiteOptions;
import io.kizashi.control.recording.LearnedLexicons;
import io.kizashi.control.recording.LexiconTable;
import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.LearnedLexiconJson;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Learns from surveys what words mean, and shows it. */
@Command(
    name = "learn",
    description = {
      "Learn from a recording what words mean to its customers: those before bad answers to surveys"
          + " shift down, those before good ones up. Or show what a file holds, or what a running"
          + " engine has learned.",
      "Prints each word with its shift, the answers that it was said before, and their mean."
    })
public final class LearnCommand implements Callable<Integer> {
  /** One of three. */
  static final class Source {
    @Option(names = "--events", description = "Learn from touchpoints, one JSON a line.")
    Optional<Path> events = Optional.empty();

    @Option(names = "--learned", description = "Show the newest lexicon of a file.")
    Optional<Path> learned = Optional.empty();

    @ArgGroup(
        exclusive = false,
        multiplicity = "1",
        heading = "Show the newest lexicon of a running engine with 'learning: on':%n")
    @Nullable SiteOptions site;
  }

  @ArgGroup(multiplicity = "1")
  Source source = new Source();

  @Option(
      names = "--out",
      description = "With --events: write every lexicon to this file, for 'replay --learned'.")
  Optional<Path> out = Optional.empty();

  @Option(names = "--json", description = "Print the lexicon as one JSON object.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    LearnedLexicon lexicon = source.events.map(this::learn).orElseGet(this::newest);
    if (json) {
      byte[] text = LearnedLexiconJson.encode(lexicon);
      spec.commandLine().getOut().println(new String(text, StandardCharsets.UTF_8));
    } else {
      LexiconTable.print(lexicon, spec.commandLine().getOut());
    }
    return ExitCode.DONE;
  }

  private LearnedLexicon learn(Path events) {
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      LongConsumer onRead =
          read -> progress.show(() -> String.format(Locale.ROOT, "%,d read", read));
      return out.isPresent()
          ? LearnedLexicons.write(events, out.get(), onRead)
          : LearnedLexicons.from(events, lexicon -> {}, onRead);
    }
  }

  private LearnedLexicon newest() {
    if (out.isPresent()) {
      throw new ParameterException(spec.commandLine(), "--out goes with --events only");
    }
    List<LearnedLexicon> lexicons =
        source.learned.isPresent() || source.site == null
            ? source.learned.map(LearnedLexicons::read).orElse(List.of())
            : LearnedLexicons.told(source.site.site());
    return lexicons.stream()
        .reduce((one, other) -> other.epoch() >= one.epoch() ? other : one)
        .orElse(LearnedLexicon.NONE);
  }
}
