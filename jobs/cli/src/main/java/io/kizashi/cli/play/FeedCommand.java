package io.kizashi.cli.play;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.cli.options.ClientConfig;
import io.kizashi.cli.options.SpeedConverter;
import io.kizashi.cli.topics.NewTopics;
import io.kizashi.control.publish.Controls;
import io.kizashi.control.publish.Site;
import io.kizashi.local.feed.FeedSummary;
import io.kizashi.local.feed.Feeder;
import io.kizashi.local.feed.Speed;
import io.kizashi.local.feed.StreamFeed;
import io.kizashi.local.kafka.Brokers;
import io.kizashi.schema.Retirement;
import io.kizashi.schema.Rfc3339;
import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.Progress;
import io.kizashi.terminal.TextFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Publishes a recorded stream to Kafka. */
@Command(
    name = "feed",
    description = {
      "Publish a recorded stream to Kafka, with heartbeats that carry its time.",
      "Damaged lines are published as they are: the engine rejects them, with a code."
    })
public final class FeedCommand implements Callable<Integer> {
  @Option(names = "--events", required = true, description = "Touchpoints, one JSON a line.")
  Path events = Path.of("");

  @Option(names = "--bootstrap", required = true, description = "Kafka, as host:port.")
  String bootstrap = "";

  @Option(
      names = "--speed",
      defaultValue = "max",
      converter = SpeedConverter.class,
      description = "1x as recorded, 60x a minute a second, or max (default: ${DEFAULT-VALUE}).")
  Speed speed = Speed.MAX;

  @Option(
      names = "--source",
      defaultValue = Feeder.SOURCE,
      description = {
        "What its heartbeats name (default: ${DEFAULT-VALUE}).",
        "An engine believes the end of a feed where its settings say finite: [NAME]."
      })
  String source = Feeder.SOURCE;

  @Option(
      names = "--among-others",
      description = "Feed beside others who write to the same topics, and end nothing.")
  boolean amongOthers;

  @Option(names = "--topic-prefix", defaultValue = "", description = "Put before topic names.")
  String prefix = "";

  @Mixin NewTopics topics = new NewTopics();

  @Option(
      names = "--client-config",
      defaultValue = "",
      description = "Properties of the Kafka client, such as credentials.")
  Path clientConfig = Path.of("");

  @Option(names = "--json", description = "Print the summary as one JSON object.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Feeder feeder = feeder();
    TextFile.require(events);
    PrintWriter err = spec.commandLine().getErr();
    Map<String, String> client = ClientConfig.of(bootstrap, clientConfig);
    try (Brokers brokers = new Brokers(bootstrap, client)) {
      List<String> created = topics.create(brokers, prefix, Optional.empty(), err);
      if (!created.isEmpty()) {
        err.println("created topics: " + String.join(", ", created));
      }
    }
    FeedSummary summary = publish(feeder, client);
    switch (feeder.company()) {
      case ALONE -> retire(new Site(client, prefix), err);
      case AMONG_OTHERS -> {}
    }
    spec.commandLine().getOut().println(json ? asJson(summary) : asText(summary));
    return ExitCode.DONE;
  }

  /** An engine that goes on from a checkpoint behind the end would wait for another one. */
  private void retire(Site site, PrintWriter err) {
    try (Controls controls = new Controls(site)) {
      controls.say(new Retirement(source, "feed", "its stream has ended"));
    } catch (EnvironmentFault e) {
      err.println(
          "the stream has ended; an engine that declares '"
              + source
              + "' waits for it again after a restart, until 'sources retire' says so: "
              + e.getMessage());
    }
  }

  private Feeder feeder() {
    try {
      return new Feeder(source, amongOthers ? Feeder.Company.AMONG_OTHERS : Feeder.Company.ALONE);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--source: " + e.getMessage());
    }
  }

  private FeedSummary publish(Feeder feeder, Map<String, String> client) {
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      return StreamFeed.publish(
          events,
          prefix + "touchpoints",
          speed,
          feeder,
          client,
          soFar -> progress.show(() -> soFar.records() + " records, " + time(soFar)));
    }
  }

  private String asText(FeedSummary s) {
    return String.format(
        Locale.ROOT,
        "%,d records to %stouchpoints (%,d damaged), %,d rounds of heartbeats, up to %s, %.1f s",
        s.records(),
        prefix,
        s.damaged(),
        s.heartbeats(),
        time(s),
        s.seconds());
  }

  private static ObjectNode asJson(FeedSummary s) {
    return new ObjectMapper()
        .createObjectNode()
        .put("records", s.records())
        .put("damaged", s.damaged())
        .put("heartbeats", s.heartbeats())
        .put("streamTime", time(s))
        .put("seconds", s.seconds());
  }

  private static String time(FeedSummary s) {
    return s.streamTime() == Long.MIN_VALUE ? "-" : Rfc3339.format(s.streamTime());
  }
}
