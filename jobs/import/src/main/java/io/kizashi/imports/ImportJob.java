package io.kizashi.imports;

import io.kizashi.terminal.InputFault;
import io.kizashi.terminal.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Turns one export of another system into a file of touchpoints, sorted by time and id.
 *
 * @param mapping a mapping file, or the name of a shipped mapping
 * @param in the export: a file, a folder or an archive
 * @param out where the touchpoints go, one JSON object a line
 */
public record ImportJob(String mapping, Path in, Path out) {
  /**
   * Imports; a bad record is counted and skipped.
   *
   * @param err gets the progress, and the bad records where no record fits
   * @throws InputFault if the mapping or the export can't be read, or no record fits
   */
  public Summary run(PrintWriter err) {
    long start = System.nanoTime();
    Mapping compiled = MappingSource.load(mapping);
    try (EventsFile file = new EventsFile(out)) {
      return run(compiled, file, start, err);
    }
  }

  private Summary run(Mapping compiled, EventsFile file, long start, PrintWriter err) {
    RecordCounts tally = new RecordCounts(compiled);
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
}
