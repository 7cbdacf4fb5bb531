package io.kizashi.cli.rules;

import io.kizashi.cli.options.ClientConfig;
import io.kizashi.cli.options.Rulebooks;
import io.kizashi.cli.options.SpanConverter;
import io.kizashi.control.compare.Compared;
import io.kizashi.control.compare.Contacts;
import io.kizashi.control.compare.Forecast;
import io.kizashi.control.compare.PublishedRulebook;
import io.kizashi.control.compare.Side;
import io.kizashi.pipeline.Topics;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.Progress;
import io.kizashi.terminal.TextFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
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
      "The stretch is a recording, or the last minutes of the topic 'touchpoints'. Of those only"
          + " what fell due by the stretch's end is counted, and what came before the stretch is"
          + " unknown: choose one that is longer than the rules look back. Nothing is published."
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

  @Option(
      names = "--format",
      description =
          "Instead of counts, who would be contacted otherwise: csv lists them, table counts them"
              + " by day, action and reason.")
  Optional<Contacts.Format> format = Optional.empty();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (events.isPresent() == bootstrap.isPresent()) {
      throw usage("name the stretch: either --events or --bootstrap");
    }
    if (bootstrap.isEmpty() && against.isEmpty()) {
      throw usage("a recording does not tell which rulebook is in force: name it with --against");
    }
    if (json && format.isPresent()) {
      throw usage("--json and --format exclude each other");
    }
    RulebookDocument then = Rulebooks.readChecked(draft);
    Compared compared;
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      compared =
          events.isPresent()
              ? over(events.get(), then, progress)
              : overTopic(bootstrap.orElseThrow(), then, progress);
    }
    if (format.isEmpty()) {
      spec.commandLine()
          .getOut()
          .println(json ? compared.asJsonWithCases() : compared.asForecast());
    }
    return ExitCode.DONE;
  }

  private Compared over(Path recording, RulebookDocument then, Progress progress) {
    TextFile.require(recording);
    RulebookDocument now = Rulebooks.readChecked(against.orElseThrow());
    return new Forecast(now, then, read(progress), contacts(then)).over(recording);
  }

  private Compared overTopic(String servers, RulebookDocument then, Progress progress) {
    Map<String, String> client = ClientConfig.of(servers, clientConfig);
    return new Forecast(inForce(client), then, read(progress), contacts(then))
        .overTopic(client, prefix, last, System.currentTimeMillis());
  }

  private RulebookDocument inForce(Map<String, String> client) {
    if (against.isPresent()) {
      return Rulebooks.readChecked(against.get());
    }
    String topic = prefix + Topics.RULEBOOKS;
    return new PublishedRulebook(client, topic)
        .rulebook()
        .orElseThrow(
            () ->
                usage(
                    "there is no rulebook on the topic '"
                        + topic
                        + "': the engine follows the one it was started with; name it with"
                        + " --against"));
  }

  private Consumer<Path> contacts(RulebookDocument then) {
    return format
        .map(it -> new Contacts(Side.of("then", "the draft", then).zone(), it))
        .map(it -> (Consumer<Path>) path -> it.print(path, spec.commandLine().getOut()))
        .orElse(path -> {});
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static ObjLongConsumer<String> read(Progress progress) {
    return (what, number) ->
        progress.show(() -> String.format(Locale.ROOT, "%s: %,d read", what, number));
  }
}
