package io.kizashi.cli.imports;

import io.kizashi.cli.terminal.ExitCode;
import io.kizashi.cli.terminal.InputFault;
import io.kizashi.cli.terminal.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Turns an export of another system into touchpoints, sorted by time and id. */
@Command(
    name = "import",
    description = {
      "Turn a CSV or JSON export of another system into touchpoints, sorted by (time, id).",
      "Reads folders, .tar, .gz and .xz directly. A bad record is reported and skipped."
    })
public final class ImportCommand implements Callable<Integer> {
  @Option(
      names = "--mapping",
      required = true,
      paramLabel = "M",
      description = "A mapping file, or a shipped mapping: star, online-retail.")
  String mapping = "";

  @Option(
      names = "--in",
      required = true,
      paramLabel = "F",
      description = "The export: a file, a folder or an archive.")
  Path in = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "EVENTS",
      description = "Where the touchpoints go, one JSON object a line.")
  Path out = Path.of("");

  @Option(names = "--json", description = "Print the summary as one JSON object.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (in.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
      throw new ParameterException(
          spec.commandLine(), "--in and --out are the same; the export would be overwritten");
    }
    long start = System.nanoTime();
    Mapping compiled = MappingSource.load(mapping);
    try (EventsFile file = new EventsFile(out)) {
      Summary summary = run(compiled, file, start);
      print(summary);
    }
    return ExitCode.DONE;
  }

  private Summary run(Mapping compiled, EventsFile file, long start) {
    PrintWriter err = spec.commandLine().getErr();
    Tally tally = new Tally(compiled);
    Budget budget = Budget.ofHeap();
    Events events = new Events(budget);
    InputFiles files;
    try (Progress progress = Progress.on(err)) {
      Importer importer =
          new Importer(
              compiled,
              tally,
              events,
              budget,
              () ->
                  progress.show(
                      () -> String.format(Locale.ROOT, "import: %,d records", tally.records())));
      files = new InputFiles(compiled.files(), importer::file);
      files.visit(in);
    }
    if (events.size() == 0 && tally.bad() > 0) {
      Summary.printBad(tally, err);
      throw new InputFault(in + ": no record fits the mapping '" + compiled.name() + "'");
    }
    file.write(events);
    double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    return new Summary(
        compiled.name(),
        files.files(),
        files.ignored(),
        tally,
        events.size(),
        out.toString(),
        seconds);
  }

  private void print(Summary summary) {
    PrintWriter to = spec.commandLine().getOut();
    if (json) {
      to.println(summary.json());
    } else {
      Summary.printBad(summary.tally(), spec.commandLine().getErr());
      summary.print(to);
    }
    to.flush();
  }
}
