package io.kizashi.control.publish;

import io.kizashi.local.kafka.Brokers;
import io.kizashi.pipeline.Topics;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the topics of an engine are.
 *
 * @param client properties of a Kafka client, the bootstrap among them
 * @param prefix put before every topic's name; may be empty
 */
public record Site(Map<String, String> client, String prefix) {
  public static final String RULEBOOKS = Topics.RULEBOOKS;
  public static final String STATUSES = "rulebook-status";
  static final String CONTROLS = Topics.CONTROLS;
  static final String ANSWERS = Topics.ANSWERS;
  public static final String KPIS = "journey-kpis";

  /** Copies the properties. */
  public Site {
    client = Map.copyOf(client);
  }

  /** A topic's name here. */
  public String topic(String name) {
    return prefix + name;
  }

  /**
   * Makes sure that the broker answers and has these topics.
   *
   * @throws io.kizashi.terminal.EnvironmentFault if not
   */
  public void require(String... names) {
    List<String> topics = Stream.of(names).map(this::topic).toList();
    try (Brokers brokers = new Brokers(client.getOrDefault("bootstrap.servers", ""), client)) {
      brokers.require(topics);
    }
  }
}
