package io.kizashi.cli.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.cli.options.AuthorOptions;
import io.kizashi.cli.options.ForeignRecords;
import io.kizashi.cli.options.GuardOptions;
import io.kizashi.cli.options.ResultOptions;
import io.kizashi.cli.options.Rulebooks;
import io.kizashi.cli.options.SiteOptions;
import io.kizashi.control.check.ProblemsJson;
import io.kizashi.control.guard.GuardBase;
import io.kizashi.control.guard.GuardPlan;
import io.kizashi.control.guard.GuardedRollout;
import io.kizashi.control.publish.Draft;
import io.kizashi.control.publish.PublishResult;
import io.kizashi.control.publish.Publisher;
import io.kizashi.control.publish.RulebookTopic;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.InputFault;
import io.kizashi.terminal.Progress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a rulebook into force on a running engine. */
@Command(
    name = "publish",
    description = {
      "Put a rulebook into force on a running engine, and wait until every task says so.",
      "It is compiled here first. The job's address is not needed: everything goes over Kafka."
    })
final class RulesPublishCommand implements Callable<Integer> {
  private static final int MOST_TRIES = 5;

  @Parameters(index = "0", paramLabel = "FILE", description = "The rulebook.")
  Path file = Path.of("");

  @Mixin SiteOptions site = new SiteOptions();
  @Mixin AuthorOptions author = new AuthorOptions();
  @Mixin ResultOptions result = new ResultOptions();

  @Option(
      names = "--retry",
      description = "Take the next version where somebody was faster, at most 5 times.")
  boolean retry;

  @Option(names = "--force", description = "Publish also what is in force already.")
  boolean force;

  @ArgGroup(exclusive = false, heading = "%nUnder guard:%n")
  @Nullable GuardOptions guard;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    RulebookDocument document = Rulebooks.read(file);
    Compilation compilation = RulebookCompiler.compile(document);
    if (!compilation.problems().isEmpty() && !result.json) {
      spec.commandLine().getErr().println(Rulebooks.render(compilation.problems()));
    }
    if (!(compilation instanceof Compilation.Compiled compiled)) {
      if (result.json) {
        spec.commandLine().getOut().println(asJson(compilation));
      }
      return ExitCode.INPUT;
    }
    Draft draft =
        new Draft(
            compiled.rules().ref().name(),
            document.file(),
            document.text(),
            Optional.empty(),
            author.by,
            author.why);
    try (Publisher publisher = new Publisher(site.site(), result.timeout)) {
      if (guard != null) {
        return roll(publisher, draft, guard);
      }
      return result.show(publish(publisher, draft), publisher.ledger(), spec.commandLine());
    }
  }

  private PublishResult publish(Publisher publisher, Draft draft) {
    PublishResult first = force ? publisher.publish(draft) : publisher.publishChange(draft);
    return retry ? publisher.publishAgain(draft, first, MOST_TRIES) : first;
  }

  private int roll(Publisher publisher, Draft draft, GuardOptions options) {
    CommandLine line = spec.commandLine();
    GuardPlan plan = options.plan(line);
    RulebookTopic ledger = publisher.ledger();
    RulebookDocument base =
        GuardBase.of(ledger, draft.name(), options.base.map(Rulebooks::readChecked));
    ForeignRecords.tell(ledger.strange(), "publications or answers", line.getErr());
    if (base.text().equals(draft.text())) {
      throw new InputFault(file + ": is the text that customers follow already");
    }
    try (Progress progress = Progress.on(line.getErr())) {
      GuardScreen screen =
          new GuardScreen(ledger, result.json, line.getOut(), line.getErr(), progress);
      try (GuardedRollout rollout =
          new GuardedRollout(site.site(), publisher, plan, draft, base, screen)) {
        return screen.end(run(rollout, screen));
      }
    }
  }

  /**
   * An interruption leaves the rollout where it is, and says how to go on. So does a failure: what
   * is said then comes after the failure's own message.
   */
  private static GuardedRollout.Ending run(GuardedRollout rollout, GuardScreen screen) {
    Thread farewell = new Thread(() -> screen.interrupted(rollout), "guard-farewell");
    Runtime.getRuntime().addShutdownHook(farewell);
    GuardedRollout.Ending ending = rollout.run();
    Runtime.getRuntime().removeShutdownHook(farewell);
    return ending;
  }

  private static ObjectNode asJson(Compilation compilation) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("ok", false).put("result", "broken");
    json.set("problems", ProblemsJson.of(compilation.problems()));
    return json;
  }
}
