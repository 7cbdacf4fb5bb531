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
import io.kizashi.terminal.InputFault;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets go on what was paused. */
@Command(
    name = "resume",
    description = {
      "Let recommendations go on that were paused, named as they were paused.",
      "pause --list shows what is paused."
    })
public final class ResumeCommand implements Callable<Integer> {
  @Mixin TargetOptions target = new TargetOptions();
  @Mixin SiteOptions site = new SiteOptions();
  @Mixin AuthorOptions author = new AuthorOptions();

  @Option(
      names = "--force",
      description =
          "Say it also where the topic knows of no such pause: an engine may remember one.")
  boolean force;

  @Option(names = "--json", description = "Print what is paused still as one JSON array.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Pause pause = new Pause(target.target(spec.commandLine()), false, author.by, author.why);
    try (Controls controls = new Controls(site.site())) {
      ForeignRecords.tell(controls.strange(), "pauses", spec.commandLine().getErr());
      Optional<Pausing> before = controls.paused(pause.target());
      if (before.isEmpty() && !force) {
        throw new InputFault(
            "nothing is paused by exactly "
                + pause.target().key()
                + "; "
                + PauseReport.text("paused", controls.paused()));
      }
      controls.say(pause);
      String since = before.map(it -> ", paused " + PauseReport.origin(it)).orElse("");
      spec.commandLine()
          .getOut()
          .println(
              json
                  ? PauseReport.json(controls.paused())
                  : "resumed: "
                      + pause.target().key()
                      + since
                      + "\n"
                      + PauseReport.text("still paused", controls.paused()));
    }
    return ExitCode.DONE;
  }
}
