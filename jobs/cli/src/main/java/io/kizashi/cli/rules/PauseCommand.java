package io.kizashi.cli.rules;

import io.kizashi.cli.options.AuthorOptions;
import io.kizashi.cli.options.ForeignRecords;
import io.kizashi.cli.options.SiteOptions;
import io.kizashi.cli.options.TargetOptions;
import io.kizashi.control.publish.Controls;
import io.kizashi.control.publish.Pausing;
import io.kizashi.control.report.PauseReport;
import io.kizashi.schema.Pause;
import io.kizashi.terminal.ExitCode;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops recommendations of some sort at once. */
@Command(
    name = "pause",
    description = {
      "Stop recommendations of a kind, on a channel or in a region, until resume.",
      "Where several are named, all must fit."
    })
public final class PauseCommand implements Callable<Integer> {
  @Mixin TargetOptions target = new TargetOptions();
  @Mixin SiteOptions site = new SiteOptions();
  @Mixin AuthorOptions author = new AuthorOptions();

  @Option(names = "--list", description = "Show what is paused, and change nothing.")
  boolean list;

  @Option(names = "--json", description = "Print what is paused as one JSON array.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (list) {
      try (Controls controls = new Controls(site.site())) {
        ForeignRecords.tell(controls.strange(), "pauses", spec.commandLine().getErr());
        out.println(
            json
                ? PauseReport.json(controls.paused())
                : PauseReport.text("paused", controls.paused()));
      }
      return ExitCode.DONE;
    }
    Pause pause = new Pause(target.target(spec.commandLine()), true, author.by, author.why);
    try (Controls controls = new Controls(site.site())) {
      ForeignRecords.tell(controls.strange(), "pauses", spec.commandLine().getErr());
      Optional<Pausing> before = controls.paused(pause.target());
      controls.say(pause);
      String already = before.map(it -> ", as before " + PauseReport.origin(it)).orElse("");
      out.println(
          json ? PauseReport.json(controls.paused()) : "paused: " + pause.target().key() + already);
    }
    return ExitCode.DONE;
  }
}
