package io.kizashi.cli.play;

import io.kizashi.cli.options.Rulebooks;
import io.kizashi.cli.options.TimeConverter;
import io.kizashi.control.recording.LearnedLexicons;
import io.kizashi.local.replay.Replay;
import io.kizashi.local.replay.ReplaySummary;
import io.kizashi.pipeline.Sensing;
import io.kizashi.schema.Placeholders;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.Progress;
import io.kizashi.terminal.TextFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the engine over a recorded stream. */
@Command(
    name = "replay",
    description = {
      "Run the engine over a recorded stream, offline and in event time.",
      "Writes moments.jsonl, recommendations.jsonl, rejected.jsonl and summary.json: the same bytes"
          + " on every run and at any parallelism (the summary's seconds apart)."
    })
public final class ReplayCommand implements Callable<Integer> {
  @Option(names = "--events", required = true, description = "Touchpoints, one JSON a line.")
  Path events = Path.of("");

  @Option(names = "--rules", required = true, description = "The rulebook.")
  Path rules = Path.of("");

  @Option(names = "--out", required = true, description = "Folder of the outputs.")
  Path out = Path.of("");

  @Option(
      names = "--parallelism",
      description = "Tasks that decide (default: the number of processors).")
  Optional<Integer> parallelism = Optional.empty();

  @Option(
      names = "--as-of",
      converter = TimeConverter.class,
      description =
          "Records later than this are rejected as in the future (default: no limit; but where a"
              + " few lie so far beyond all others that these would count as too late, the few are"
              + " set aside, and their number is told).")
  Optional<Long> asOf = Optional.empty();

  @Option(
      names = "--sort",
      description =
          "Play the file by the times in it (default: as it stands; how far out of order that is,"
              + " is told).")
  boolean sort;

  @Option(
      names = "--placeholders",
      split = ",",
      paramLabel = "WORDS",
      description =
          "What names nobody beside null, unknown, guest and the like, as the engine's settings"
              + " have it: ids between commas (default: none).")
  List<String> placeholders = List.of();

  @Option(
      names = "--sensing",
      defaultValue = "on",
      description =
          "on: words and survey answers give an emotion where none was sent; off: they do not"
              + " (default: ${DEFAULT-VALUE}).")
  Sensing sensing = Sensing.ON;

  @Option(
      names = "--learned",
      description =
          "What words have come to mean, as 'learn --out' writes it and the topic loop holds it"
              + " (default: nothing).")
  Optional<Path> learned = Optional.empty();

  @Option(names = "--json", description = "Print the summary as one JSON object.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    int tasks = parallelism.orElseGet(Replay::tasks);
    if (tasks < 1 || tasks > Replay.MOST_TASKS) {
      throw new ParameterException(
          spec.commandLine(), "--parallelism is 1 to " + Replay.MOST_TASKS + ", not " + tasks);
    }
    if (learned.isPresent() && sensing == Sensing.OFF) {
      throw new ParameterException(
          spec.commandLine(), "with --sensing off nothing goes by --learned; leave one out");
    }
    TextFile.require(events);
    learned.ifPresent(LearnedLexicons::read);
    RulebookDocument rulebook = Rulebooks.readChecked(rules);
    OptionalLong latest = asOf.isPresent() ? OptionalLong.of(asOf.get()) : OptionalLong.empty();
    Replay.Play play = sort ? Replay.Play.BY_TIME : Replay.Play.AS_RECORDED;
    ReplaySummary summary;
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      summary =
          new Replay(events, rulebook, play, latest, nobody(), sensing, learned, tasks, out)
              .run(read -> progress.show(() -> String.format(Locale.ROOT, "%,d read", read)));
    }
    spec.commandLine().getOut().println(json ? summary.asJson() : summary.asText());
    return ExitCode.DONE;
  }

  private Placeholders nobody() {
    return placeholders.stream()
        .reduce(Placeholders.USUAL, Placeholders::and, (some, others) -> others);
  }
}
