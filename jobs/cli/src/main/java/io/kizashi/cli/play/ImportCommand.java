package io.kizashi.cli.play;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.cli.options.Rulebooks;
import io.kizashi.control.check.ProblemsJson;
import io.kizashi.control.recording.TouchpointSource;
import io.kizashi.control.seen.PlanFindings;
import io.kizashi.imports.ImportJob;
import io.kizashi.imports.Summary;
import io.kizashi.language.explain.Language;
import io.kizashi.language.plan.TrackingPlan;
import io.kizashi.language.yaml.Problem;
import io.kizashi.terminal.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = {
        "A tracking plan, or a rulebook that has one: what the touchpoints have otherwise than it",
        "says is told as warnings; all are written."
      })
  Optional<Path> plan = Optional.empty();

  @Option(names = "--json", description = "Print the summary as one JSON object.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (in.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
      throw new ParameterException(
          spec.commandLine(), "--in and --out are the same; the export would be overwritten");
    }
    Optional<TrackingPlan> agreed = plan.map(Rulebooks::plan);
    Summary summary = new ImportJob(mapping, in, out).run(spec.commandLine().getErr());
    print(summary, agreed.map(this::findings));
    return ExitCode.DONE;
  }

  private List<Problem> findings(TrackingPlan agreed) {
    return PlanFindings.of(TouchpointSource.of(out), agreed, Language.EN, read -> {});
  }

  private void print(Summary summary, Optional<List<Problem>> findings) {
    PrintWriter to = spec.commandLine().getOut();
    if (json) {
      ObjectNode result = summary.json();
      findings.ifPresent(it -> result.set("plan", ProblemsJson.of(it)));
      to.println(result);
    } else {
      PrintWriter err = spec.commandLine().getErr();
      summary.print(to, err);
      findings.filter(it -> !it.isEmpty()).ifPresent(it -> err.println(Rulebooks.render(it)));
    }
    to.flush();
  }
}
