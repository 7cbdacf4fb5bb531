package io.kizashi.cli.topics;

import io.kizashi.cli.options.ClientConfig;
import io.kizashi.cli.options.EngineSettings;
import io.kizashi.pipeline.HeartbeatMode;
import io.kizashi.pipeline.Learning;
import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.terminal.InputFault;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whose topics are meant. */
final class TopicsOptions {
  @Option(
      names = "--config",
      description = "The pipeline's configuration; what else is given here goes before it.")
  Optional<Path> config = Optional.empty();

  @Option(names = "--bootstrap", description = "Kafka, as host:port.")
  Optional<String> bootstrap = Optional.empty();

  @Option(
      names = {"--topic-prefix", "--prefix"},
      description = "Put before topic names.")
  Optional<String> prefix = Optional.empty();

  @Option(
      names = "--client-config",
      defaultValue = "",
      description = "Properties of the Kafka client, such as credentials.")
  Path clientConfig = Path.of("");

  /**
   * What is meant.
   *
   * @throws ParameterException if neither a broker nor a configuration is named
   * @throws InputFault if a file is at fault
   */
  TopicsPlace place(CommandLine line) {
    Optional<PipelineConfig> settings = config.map(EngineSettings::read);
    String broker =
        bootstrap
            .or(() -> settings.map(it -> it.kafka().bootstrap()))
            .orElseThrow(
                () -> new ParameterException(line, "name the broker: --bootstrap or --config"));
    Map<String, String> client =
        new HashMap<>(settings.map(it -> it.kafka().properties()).orElse(Map.of()));
    client.putAll(ClientConfig.of(broker, clientConfig));
    return new TopicsPlace(
        broker,
        client,
        prefix.or(() -> settings.map(PipelineConfig::topicPrefix)).orElse(""),
        settings.map(PipelineConfig::learning).orElse(Learning.OFF),
        settings.map(PipelineConfig::heartbeats).orElse(HeartbeatMode.SOURCES));
  }
}
