package io.kizashi.cli.play;

import io.kizashi.imports.ImportJob;
import io.kizashi.imports.Summary;
import io.kizashi.terminal.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
    print(new ImportJob(mapping, in, out).run(spec.commandLine().getErr()));
    return ExitCode.DONE;
  }

  private void print(Summary summary) {
    PrintWriter to = spec.commandLine().getOut();
    if (json) {
      to.println(summary.json());
    } else {
      summary.print(to, spec.commandLine().getErr());
    }
    to.flush();
  }
}
