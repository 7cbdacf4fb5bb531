package io.kizashi.cli.look;

import io.kizashi.cli.options.Rulebooks;
import io.kizashi.cli.options.TimeConverter;
import io.kizashi.control.compare.Compared;
import io.kizashi.control.compare.Contacts;
import io.kizashi.control.compare.RulebookComparison;
import io.kizashi.control.compare.Side;
import io.kizashi.local.replay.Replay;
import io.kizashi.schema.Bounds;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.Progress;
import io.kizashi.terminal.TextFile;
import java.io.PrintWriter;
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

/** Tells who is decided differently by two rulebooks. */
@Command(
    name = "compare",
    description = {
      "Replay a recorded stream with two rulebooks: who is decided differently, and why.",
      "Writes the outputs of the replays to DIR/a and DIR/b, every difference to"
          + " DIR/differences.jsonl and counts to DIR/summary.json: the same bytes on every run"
          + " (the seconds of the replays apart). Differences are no fault: the exit code is 0."
    })
public final class CompareCommand implements Callable<Integer> {
  @Option(names = "--events", required = true, description = "Touchpoints, one JSON a line.")
  Path events = Path.of("");

  @Option(
      names = "--rules",
      required = true,
      description = "A rulebook; given twice: first side A, then side B.")
  List<Path> rules = List.of();

  @Option(names = "--out", required = true, description = "Folder of the outputs.")
  Path out = Path.of("");

  @Option(
      names = "--as-of",
      converter = TimeConverter.class,
      description = "Records later than this are rejected as in the future (default: no limit).")
  Optional<Long> asOf = Optional.empty();

  @Option(names = "--json", description = "Print the summary as one JSON object.")
  boolean json;

  @Option(
      names = "--format",
      description =
          "Instead of counts, who would be contacted otherwise: csv lists them, table counts them"
              + " by day, action and reason.")
  Optional<Contacts.Format> format = Optional.empty();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (rules.size() != 2) {
      throw new ParameterException(
          spec.commandLine(), "--rules is given twice, for side A and side B");
    }
    if (json && format.isPresent()) {
      throw new ParameterException(spec.commandLine(), "--json and --format exclude each other");
    }
    TextFile.require(events);
    Side a = Side.of("A", "A", Rulebooks.readChecked(rules.get(0)));
    Side b = Side.of("B", "B", Rulebooks.readChecked(rules.get(1)));
    OptionalLong latest = asOf.isPresent() ? OptionalLong.of(asOf.get()) : OptionalLong.empty();
    RulebookComparison comparison =
        new RulebookComparison(events, a, b, latest, Bounds.LATEST, Replay.tasks(), out);
    Compared compared;
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      compared =
          comparison.run(
              (side, read) ->
                  progress.show(() -> String.format(Locale.ROOT, "%s: %,d read", side, read)));
    }
    PrintWriter print = spec.commandLine().getOut();
    if (format.isPresent()) {
      new Contacts(b.zone(), format.get())
          .print(out.resolve(RulebookComparison.DIFFERENCES), print);
    } else {
      print.println(json ? compared.asJson() : compared.asText());
    }
    return ExitCode.DONE;
  }
}
