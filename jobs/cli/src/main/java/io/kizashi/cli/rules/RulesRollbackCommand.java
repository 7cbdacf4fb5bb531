package io.kizashi.cli.rules;

import io.kizashi.cli.options.AuthorOptions;
import io.kizashi.cli.options.ResultOptions;
import io.kizashi.cli.options.SiteOptions;
import io.kizashi.control.publish.PublishResult;
import io.kizashi.control.publish.Publisher;
import io.kizashi.control.publish.Rollback;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts an old text into force again. */
@Command(
    name = "rollback",
    description = {
      "Publish the text of an old version as a new one, for everybody.",
      "In the midst of a rollout, that is the text which all others follow."
    })
final class RulesRollbackCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "The rulebook (default: the only one that was published).")
  Optional<String> name = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = "Default: the version before, among those for everybody.")
  Optional<Long> to = Optional.empty();

  @Mixin SiteOptions site = new SiteOptions();
  @Mixin AuthorOptions author = new AuthorOptions();
  @Mixin ResultOptions result = new ResultOptions();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Publisher publisher = new Publisher(site.site(), result.timeout)) {
      Rollback rollback = Rollback.of(publisher.ledger(), name, to);
      if (!result.json) {
        spec.commandLine().getOut().println("going back to the text of " + rollback.target());
      }
      PublishResult ended = publisher.publish(rollback.draft(author.by, author.why));
      return result.show(ended, publisher.ledger(), spec.commandLine());
    }
  }
}
