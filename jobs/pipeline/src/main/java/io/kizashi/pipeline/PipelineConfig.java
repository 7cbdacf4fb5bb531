package io.kizashi.pipeline;

import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.Placeholders;
import io.kizashi.schema.TimeSources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * The settings of the pipeline. Secrets do not show in its text.
 *
 * @param rulebook file of the first rulebook
 * @param parallelism tasks of each stage, 1 … 5,040
 * @param kafka where touchpoints come from and outputs go to
 * @param checkpoints how often and where state is kept
 * @param heartbeats who proves time
 * @param sources whose heartbeats are waited for, and whose may end
 * @param placeholders ids that name nobody
 * @param delivery how outputs are written
 * @param topicPrefix put before every topic's name; may be empty
 * @param sensing whether words and survey answers give an emotion
 * @param learning whether survey answers teach what words mean; never on where sensing is off
 * @param healthPort of this machine's loopback, where {@code run} says how it is; empty for nowhere
 */
public record PipelineConfig(
    Path rulebook,
    int parallelism,
    Kafka kafka,
    Checkpoints checkpoints,
    HeartbeatMode heartbeats,
    TimeSources sources,
    Placeholders placeholders,
    Delivery delivery,
    String topicPrefix,
    Sensing sensing,
    Learning learning,
    OptionalInt healthPort) {

  private static final Pattern SECRET =
      Pattern.compile("password|secret|jaas|token|credential|keystore\\.key");

  /**
   * Reads settings. The environment's {@code KIZASHI_…} stand over the file's.
   *
   * @param file its name in problems; paths in it are relative to its folder
   * @param text YAML
   * @param environment variables by name
   */
  public static Reading read(Path file, String text, Map<String, String> environment) {
    return new ConfigReader(file).read(text, environment);
  }

  /** The name of a topic in this installation. */
  public String topic(String name) {
    return topicPrefix + name;
  }

  /** Whether a line or a key may hold a secret. */
  static boolean isSecret(String text) {
    return SECRET.matcher(text.toLowerCase(Locale.ROOT)).find();
  }

  /**
   * What came of reading.
   *
   * @param config the settings; absent if a problem is an error
   * @param problems all problems, in the order of the text
   */
  public record Reading(Optional<PipelineConfig> config, List<Problem> problems) {}

  /**
   * The broker.
   *
   * @param bootstrap {@code host:port}, several with commas
   * @param group consumer group
   * @param properties further settings of Kafka's clients
   */
  public record Kafka(String bootstrap, String group, Map<String, String> properties) {
    /** Copies the properties. */
    public Kafka {
      properties = Map.copyOf(properties);
    }

    /** Settings of a client, the bootstrap among them. */
    Map<String, String> client() {
      Map<String, String> settings = new HashMap<>(properties);
      settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
      return settings;
    }

    @Override
    public String toString() {
      Map<String, String> shown = new TreeMap<>(properties);
      shown.replaceAll((key, value) -> isSecret(key) ? "[REDACTED]" : value);
      return "Kafka[bootstrap=" + bootstrap + ", group=" + group + ", properties=" + shown + "]";
    }
  }

  /**
   * Where state is kept.
   *
   * @param folder a URI of a file system that outlives the job
   * @param interval from one checkpoint to the next
   * @param patience how long is decided without one that is complete; at least three intervals
   */
  public record Checkpoints(String folder, Duration interval, Duration patience) {}
}
