package io.kizashi.cli.play;

import io.kizashi.cli.options.Rulebooks;
import io.kizashi.cli.options.SpeedConverter;
import io.kizashi.local.feed.FeedSummary;
import io.kizashi.local.feed.Speed;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.ExitCode;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole engine in one process. */
@Command(
    name = "demo",
    description = {
      "Play a sample through a broker and the engine in this process.",
      "Prints the recommendations as they arrive on the Kafka topic."
    })
public final class DemoCommand implements Callable<Integer> {
  /** Set by the launcher: the project's folder. */
  private static final String HOME = "kizashi.home";

  @Option(
      names = "--scenario",
      defaultValue = "retail-cart",
      description = "A folder of sample-streams (default: ${DEFAULT-VALUE}).")
  String scenario = "";

  @Option(
      names = "--speed",
      converter = SpeedConverter.class,
      description = "60x is a minute a second; max waits for nothing (default: about 12 s in all).")
  Optional<Speed> speed = Optional.empty();

  @Option(names = "--exit", description = "End with a summary when the stream has ended.")
  boolean exit;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Scenario played = Scenario.named(scenario, Path.of(System.getProperty(HOME, ".")));
    RulebookDocument rulebook = Rulebooks.readChecked(played.rulebook());
    Speed pace = speed.orElseGet(played::speed);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("starting Kafka and Flink in this process for scenario '%s' …%n", played.name());
    new Demo(played, rulebook, pace, !exit).play(new Printer(out, pace));
    return ExitCode.DONE;
  }

  private final class Printer implements Demo.Screen {
    private final PrintWriter out;
    private final Speed pace;
    private double firstAfter;
    private long issued;
    private long retracted;

    Printer(PrintWriter out, Speed pace) {
      this.out = out;
      this.pace = pace;
    }

    @Override
    public void started() {
      out.printf(
          Locale.ROOT,
          "up after %.1f s; playing at %s; recommendations from the Kafka topic:%n",
          sinceStart(),
          pace);
    }

    @Override
    public void recommendation(String line, boolean takenBack) {
      if (issued + retracted == 0) {
        firstAfter = sinceStart();
      }
      issued += takenBack ? 0 : 1;
      retracted += takenBack ? 1 : 0;
      out.println(line);
    }

    @Override
    public void ended(FeedSummary fed) {
      out.printf(
          Locale.ROOT,
          "the stream has ended: %,d records, %,d recommendations, %,d taken back; the first %.1f s"
              + " after the start%n",
          fed.records(),
          issued,
          retracted,
          firstAfter);
      if (!exit) {
        out.println("Ctrl-C ends the demo");
      }
    }

    /** Seconds since this process started. */
    private double sinceStart() {
      return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    }
  }
}
