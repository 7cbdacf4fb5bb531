package io.kizashi.pipeline;

import io.kizashi.language.yaml.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * Settings of Kafka's clients that a deployment may give. What would undo a promise of the engine
 * is refused, and so is what no client knows: Kafka itself takes {@code securty.protocol} with a
 * warning, and sends credentials as plain text.
 */
public final class ClientProperties {
  /** What the clients of the engine read: it writes, reads and asks. */
  private static final List<ConfigDef> CLIENTS =
      List.of(
          ProducerConfig.configDef(), ConsumerConfig.configDef(), AdminClientConfig.configDef());

  /** What Flink's source reads from the same properties. */
  private static final Set<String> OF_THE_SOURCE =
      Set.of(
          KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(),
          KafkaSourceOptions.REGISTER_KAFKA_CONSUMER_METRICS.key());

  private static final Collection<String> KNOWN =
      Stream.concat(
              OF_THE_SOURCE.stream(), CLIENTS.stream().flatMap(client -> client.names().stream()))
          .collect(Collectors.toCollection(TreeSet::new));

  private static final String OWN_KEY = "it has a key of its own";
  private static final String ONE_PARTITION =
      "records of one customer must follow one another, and stand in one partition";
  private static final String BYTES = "the engine reads and writes bytes";
  private static final String LEAVE_OUT = "leave it out";
  private static final String TWICE =
      "a recommendation may come twice, or after the one that takes it back";

  private static final Map<String, Kept> KEPT =
      Map.ofEntries(
          Map.entry("bootstrap.servers", Kept.unset(OWN_KEY, "write kafka.bootstrap")),
          Map.entry("group.id", Kept.unset(OWN_KEY, "write kafka.group")),
          Map.entry(
              KafkaSourceOptions.CLIENT_ID_PREFIX.key(),
              Kept.unset("it follows the group", "write kafka.group")),
          Map.entry("acks", Kept.at("all", "a decision counts as said when every replica has it")),
          Map.entry("enable.idempotence", Kept.at("true", TWICE)),
          Map.entry("retries", Kept.idempotent("can't be 0", value -> !value.matches("[+-]?0+"))),
          Map.entry(
              "max.in.flight.requests.per.connection",
              Kept.idempotent("can only be 1 to 5", value -> value.matches("[1-5]"))),
          Map.entry(
              "transactional.id",
              Kept.unset(
                  "the engine names its transactions by task", "write delivery: exactly-once")),
          Map.entry(
              "auto.offset.reset",
              Kept.unset(
                  "where reading begins is part of the state; else touchpoints would be passed over",
                  LEAVE_OUT)),
          Map.entry(
              "enable.auto.commit",
              Kept.at("false", "offsets belong to the state, and are kept with it")),
          Map.entry(
              KafkaSourceOptions.COMMIT_OFFSETS_ON_CHECKPOINT.key(),
              Kept.at("true", "the group's offsets tell monitoring how far the engine is")),
          Map.entry(
              KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(),
              new Kept(
                  "can only be a number of milliseconds above 0",
                  "else a partition that is added is never read, and time would pass what lies in it",
                  LEAVE_OUT,
                  value -> value.matches("[1-9]\\d{0,9}"))),
          Map.entry("partitioner.class", Kept.unset(ONE_PARTITION, LEAVE_OUT)),
          Map.entry("partitioner.ignore.keys", Kept.at("false", ONE_PARTITION)),
          Map.entry("key.serializer", Kept.unset(BYTES, LEAVE_OUT)),
          Map.entry("value.serializer", Kept.unset(BYTES, LEAVE_OUT)),
          Map.entry("key.deserializer", Kept.unset(BYTES, LEAVE_OUT)),
          Map.entry("value.deserializer", Kept.unset(BYTES, LEAVE_OUT)));

  private ClientProperties() {}

  /**
   * A refusal.
   *
   * @param code of the problem
   * @param message what is wrong
   * @param hint what to do
   */
  public record Refusal(String code, String message, String hint) {}

  /** Why a property may not be given; empty if it may. */
  static Optional<Refusal> refusal(String name, String value) {
    Kept kept = KEPT.get(name);
    return kept == null || kept.by().test(value)
        ? misnamed(name, value)
        : Optional.of(undoing(name, kept));
  }

  /** Why no client of Kafka can go by a property: it has no such setting, or not this value. */
  public static Optional<Refusal> misnamed(String name, String value) {
    return KNOWN.contains(name) ? wrongValue(name, value) : Optional.of(unknown(name));
  }

  private static Refusal undoing(String name, Kept kept) {
    return new Refusal(
        "kept_setting", "'" + name + "' " + kept.rule() + ": " + kept.reason(), kept.hint());
  }

  private static Refusal unknown(String name) {
    return new Refusal(
        "unknown_key",
        "no client of Kafka has a setting '" + name + "'; it would be passed over",
        Nearest.to(name, KNOWN)
            .map(nearest -> "did you mean '" + nearest + "'?")
            .orElse("Kafka's documentation lists them for producer, consumer and admin client"));
  }

  private static Optional<Refusal> wrongValue(String name, String value) {
    return CLIENTS.stream()
        .map(client -> client.configKeys().get(name))
        .filter(key -> key != null && key.type != ConfigDef.Type.CLASS)
        .flatMap(key -> wrongValue(key, value).stream())
        .findFirst();
  }

  /** Classes are not looked for: a cluster may have them where this process has not. */
  private static Optional<Refusal> wrongValue(ConfigDef.ConfigKey key, String value) {
    try {
      Object parsed = ConfigDef.parseType(key.name, value, key.type);
      if (key.validator != null) {
        key.validator.ensureValid(key.name, parsed);
      }
      return Optional.empty();
    } catch (ConfigException e) {
      String shown = PipelineConfig.isSecret(key.name) ? "what it is set to" : "'" + value + "'";
      return Optional.of(
          new Refusal("bad_value", "'" + key.name + "' can't be " + shown, expected(key)));
    }
  }

  private static String expected(ConfigDef.ConfigKey key) {
    String type =
        switch (key.type) {
          case BOOLEAN -> "true or false";
          case INT, LONG, SHORT -> "a whole number";
          case DOUBLE -> "a number";
          case LIST -> "a list, separated by commas";
          case STRING, PASSWORD, CLASS -> "a text";
        };
    return key.validator == null ? type : type + "; Kafka asks for " + key.validator;
  }

  /**
   * A setting that a promise hangs on.
   *
   * @param rule what it must be, for people
   * @param reason the promise
   * @param hint what to do
   * @param by whether a value keeps it
   */
  private record Kept(String rule, String reason, String hint, Predicate<String> by) {
    static Kept unset(String reason, String hint) {
      return new Kept("is not to be set", reason, hint, value -> false);
    }

    static Kept at(String value, String reason) {
      return new Kept(
          "can only be " + value, reason, LEAVE_OUT + ", or write " + value, value::equals);
    }

    /** Kafka gives up idempotence without a word where another setting does not go with it. */
    static Kept idempotent(String rule, Predicate<String> by) {
      return new Kept(rule, "without it idempotence would be off, and " + TWICE, LEAVE_OUT, by);
    }
  }
}
