package io.kizashi.cli.rules;

import io.kizashi.cli.options.AuthorOptions;
import io.kizashi.cli.options.ForeignRecords;
import io.kizashi.cli.options.SiteOptions;
import io.kizashi.control.publish.Controls;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Thaw;
import io.kizashi.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has a running engine try a customer again for whom it failed. */
@Command(
    name = "thaw",
    description = {
      "Have the engine try a customer again whom it has frozen, since deciding for that customer"
          + " failed. What came meanwhile is decided then. 'rejected' names who is frozen, code"
          + " defect; a release with other code thaws all by itself."
    })
public final class ThawCommand implements Callable<Integer> {
  @Option(names = "--customer", required = true, description = "The customer's id.")
  String customer = "";

  @Option(names = "--guest", description = "The id is that of a guest.")
  boolean guest;

  @Mixin SiteOptions site = new SiteOptions();
  @Mixin AuthorOptions author = new AuthorOptions();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (customer.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--customer is empty; name a customer");
    }
    Thaw thaw = new Thaw(new CustomerKey(guest, customer), author.by, author.why);
    try (Controls controls = new Controls(site.site())) {
      ForeignRecords.tell(controls.strange(), "controls", spec.commandLine().getErr());
      controls.say(thaw);
    }
    spec.commandLine()
        .getOut()
        .println(
            "told the engine to try "
                + (guest ? "guest " : "customer ")
                + customer
                + " again; should it fail again, 'rejected' says so");
    return ExitCode.DONE;
  }
}
