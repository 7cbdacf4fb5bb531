package io.kizashi.cli.rules;

import io.kizashi.cli.options.ClientConfig;
import io.kizashi.cli.options.Rulebooks;
import io.kizashi.cli.options.SpanConverter;
import io.kizashi.control.compare.Compared;
import io.kizashi.control.compare.CurrentRulebook;
import io.kizashi.control.compare.PublishedRulebook;
import io.kizashi.control.compare.RulebookComparison;
import io.kizashi.control.compare.Side;
import io.kizashi.control.compare.Stretch;
import io.kizashi.local.kafka.TemporaryFolder;
import io.kizashi.local.replay.Replay;
import io.kizashi.pipeline.Topics;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.Progress;
import io.kizashi.terminal.TextFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a draft would have done, before anyone publishes it. */
@Command(
    name = "try",
    description = {
      "Tell what a draft would have done instead of the rulebook in force.",
      "The stretch is a recording, or the last minutes of the topic 'touchpoints'. Of those only what"
          + " fell due by the stretch's end is counted, and what came before the stretch is unknown:"
          + " choose one that is longer than the rules look back. Nothing is published."
    })
final class RulesTryCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DRAFT", description = "The rulebook to try.")
  Path draft = Path.of("");

  @Option(names = "--events", description = "Touchpoints, one JSON a line; or --bootstrap.")
  Optional<Path> events = Optional.empty();

  @Option(names = "--bootstrap", description = "Kafka, as host:port; or --events.")
  Optional<String> bootstrap = Optional.empty();

  @Option(
      names = "--last",
      defaultValue = "30m",
      converter = SpanConverter.class,
      description = "How much of the topic, by record timestamp (default: ${DEFAULT-VALUE}).")
  Duration last = Duration.ofMinutes(30);

  @Option(
      names = "--against",
      description = "The rulebook to hold it against (default: the one on the topic 'rulebooks').")
  Optional<Path> against = Optional.empty();

  @Option(
      names = {"--prefix", "--topic-prefix"},
      defaultValue = "",
      description = "Put before topic names.")
  String prefix = "";

  @Option(
      names = "--client-config",
      defaultValue = "",
      description = "Properties of the Kafka client, such as credentials.")
  Path clientConfig = Path.of("");

  @Option(names = "--json", description = "Print counts and cases as one JSON object.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (events.isPresent() == bootstrap.isPresent()) {
      throw usage("name the stretch: either --events or --bootstrap");
    }
    if (bootstrap.isEmpty() && against.isEmpty()) {
      throw usage("a recording does not tell which rulebook is in force: name it with --against");
    }
    RulebookDocument then = Rulebooks.readChecked(draft);
    Compared compared;
    try (TemporaryFolder folder = new TemporaryFolder("try");
        Progress progress = Progress.on(spec.commandLine().getErr())) {
      Side b = Side.of("then", "the draft", then);
      compared =
          comparison(b, folder.path(), progress)
              .run((side, read) -> show(progress, side + ": %,d read", read));
    }
    spec.commandLine().getOut().println(json ? compared.asJsonWithCases() : compared.asForecast());
    return ExitCode.DONE;
  }

  private RulebookComparison comparison(Side b, Path folder, Progress progress) {
    if (events.isPresent()) {
      TextFile.require(events.get());
      Side a = now(Rulebooks.readChecked(against.orElseThrow()));
      return comparison(events.get(), a, b, OptionalLong.empty(), Bounds.LATEST, folder);
    }
    Map<String, String> client = ClientConfig.of(bootstrap.orElseThrow(), clientConfig);
    Side a = now(inForce(client));
    long since = System.currentTimeMillis() - last.toMillis();
    Stretch stretch =
        Stretch.record(
            client,
            prefix + Topics.TOUCHPOINTS,
            since,
            folder,
            read -> show(progress, "%,d of the topic", read));
    OptionalLong latest = OptionalLong.of(stretch.latest());
    return comparison(stretch.events(), a, b, latest, stretch.end(), folder);
  }

  private static RulebookComparison comparison(
      Path stretch, Side a, Side b, OptionalLong asOf, long until, Path folder) {
    return new RulebookComparison(
        stretch, a, b, asOf, until, Replay.tasks(), folder.resolve("compared"));
  }

  private RulebookDocument inForce(Map<String, String> client) {
    if (against.isPresent()) {
      return Rulebooks.readChecked(against.get());
    }
    String topic = prefix + Topics.RULEBOOKS;
    CurrentRulebook published = new PublishedRulebook(client, topic);
    return published
        .rulebook()
        .orElseThrow(
            () ->
                usage(
                    "there is no rulebook on the topic '"
                        + topic
                        + "': the engine follows the one it was started with; name it with"
                        + " --against"));
  }

  private static Side now(RulebookDocument document) {
    return Side.of("now", "the present rulebook", document);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static void show(Progress progress, String format, long number) {
    progress.show(() -> String.format(Locale.ROOT, format, number));
  }
}
