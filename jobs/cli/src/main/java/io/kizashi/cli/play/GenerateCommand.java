package io.kizashi.cli.play;

import io.kizashi.lab.generate.DayPlan;
import io.kizashi.lab.generate.PopulationFiles;
import io.kizashi.lab.generate.Score;
import io.kizashi.lab.generate.TruthComparison;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes up a retail population with the truth about it. */
@Command(
    name = "generate",
    description = {
      "Make up a shop's customers and the truth about their carts: touchpoints.jsonl in order of"
          + " arrival, truth.jsonl, rulebook.yaml.",
      "With --judge, play them through Kafka and the engine in this process and say how often it"
          + " was wrong; exit code 1 if anything wrong stands or an abandoned cart was missed."
    })
public final class GenerateCommand implements Callable<Integer> {
  private static final int MOST = 10_000_000;

  @Option(names = "--customers", required = true, description = "How many people.")
  int customers;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The same gives the same bytes (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write.")
  Path out = Path.of("");

  @Option(
      names = "--start",
      defaultValue = "2025-03-07T00:00:00Z",
      description = "When the first customer comes, RFC 3339 (default: ${DEFAULT-VALUE}).")
  Instant start = Instant.EPOCH;

  @Option(names = "--judge", description = "Hold the engine against the truth.")
  boolean judge;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    DayPlan plan = new DayPlan(customers, seed, start.toEpochMilli());
    refuse(customers < 1 || customers > MOST, "--customers is 1 to " + MOST);
    // Live, a touchpoint that lies in the future is rejected.
    refuse(
        judge && plan.start() + DayPlan.END > System.currentTimeMillis(),
        "--judge needs a --start three days ago or earlier: the engine rejects what lies ahead");
    PopulationFiles files = write(plan);
    if (!judge) {
      print(files);
      return ExitCode.DONE;
    }
    Score score = judge(plan);
    print(score);
    return score.perfect() ? ExitCode.DONE : ExitCode.INPUT;
  }

  private PopulationFiles write(DayPlan plan) {
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      return PopulationFiles.write(
          plan, out, n -> progress.show(() -> String.format(Locale.ROOT, "%,d written", n)));
    }
  }

  private Score judge(DayPlan plan) {
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      return new TruthComparison(
              plan, PopulationFiles.rulebook(), step -> progress.show(() -> step))
          .judge();
    }
  }

  private void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private void print(PopulationFiles files) {
    spec.commandLine()
        .getOut()
        .println(
            json
                ? String.format(
                    Locale.ROOT,
                    "{\"touchpoints\":%d,\"carts\":%d,\"abandoned\":%d}",
                    files.touchpoints(),
                    files.carts(),
                    files.abandoned())
                : String.format(
                    Locale.ROOT,
                    "%,d touchpoints of %,d customers in %s: %,d carts worth a message, %,d"
                        + " abandoned",
                    files.touchpoints(),
                    customers,
                    out,
                    files.carts(),
                    files.abandoned()));
  }

  private void print(Score score) {
    if (json) {
      spec.commandLine().getOut().println(score.json());
    } else {
      spec.commandLine().getOut().println(score.summary());
      spec.commandLine().getOut().println(score.details());
    }
  }
}
