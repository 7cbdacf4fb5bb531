package io.kizashi.cli.sources;

import io.kizashi.cli.options.AuthorOptions;
import io.kizashi.cli.options.SiteOptions;
import io.kizashi.control.publish.SourceRetirement;
import io.kizashi.schema.Retirement;
import io.kizashi.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has an engine wait for a source no more. */
@Command(
    name = "retire",
    description = {
      "Have the engine wait for a source no more, now and after every start: one that is gone for"
          + " good and whose settings still declare it. What it still writes is read; it proves no"
          + " time. A source that comes back takes another name."
    })
final class SourcesRetireCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "What the heartbeats of the source name.")
  String name = "";

  @Mixin SiteOptions site = new SiteOptions();
  @Mixin AuthorOptions author = new AuthorOptions();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    int partitions = SourceRetirement.say(site.site(), retirement(), System.currentTimeMillis());
    spec.commandLine()
        .getOut()
        .println("retired " + name + ": said in " + partitions + " partitions and for every start");
    return ExitCode.DONE;
  }

  private Retirement retirement() {
    try {
      return new Retirement(name, author.by, author.why);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "NAME: " + e.getMessage());
    }
  }
}
