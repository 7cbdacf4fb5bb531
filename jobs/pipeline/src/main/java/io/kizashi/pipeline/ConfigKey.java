package io.kizashi.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The keys of {@link PipelineConfig}. */
enum ConfigKey {
  RULEBOOK("rulebook", Optional.empty()),
  PARALLELISM("parallelism", Optional.of("1")),
  KAFKA_BOOTSTRAP("kafka.bootstrap", Optional.empty()),
  KAFKA_GROUP("kafka.group", Optional.of("kizashi")),
  CHECKPOINTS_FOLDER("checkpoints.folder", Optional.empty()),
  CHECKPOINTS_INTERVAL("checkpoints.interval", Optional.of("10s")),
  CHECKPOINTS_PATIENCE("checkpoints.patience", Optional.of("5m")),
  HEARTBEATS("heartbeats", Optional.of("sources")),
  SOURCES("sources", Optional.of("")),
  FINITE("finite", Optional.of("")),
  PLACEHOLDERS("placeholders", Optional.of("")),
  DELIVERY("delivery", Optional.of("at-least-once")),
  TOPIC_PREFIX("topic-prefix", Optional.of("")),
  SENSING("sensing", Optional.of("on")),
  LEARNING("learning", Optional.of("off")),
  HEALTH_PORT("health.port", Optional.of("off"));

  /** Below this any key of Kafka's clients may stand. */
  static final String PROPERTIES = "kafka.properties";

  static final String ENVIRONMENT = "KIZASHI_";

  private final String path;
  private final Optional<String> fallback;

  ConfigKey(String path, Optional<String> fallback) {
    this.path = path;
    this.fallback = fallback;
  }

  String path() {
    return path;
  }

  /** What holds where nothing is said; absent for what must be said. */
  Optional<String> fallback() {
    return fallback;
  }

  String variable() {
    return variable(path);
  }

  static String variable(String path) {
    return ENVIRONMENT + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  static boolean isKey(String path) {
    return Arrays.stream(values()).anyMatch(key -> key.path.equals(path));
  }

  /** Whether it holds names: a list, or a text with commas between them. */
  static boolean isList(String path) {
    return path.equals(SOURCES.path) || path.equals(FINITE.path) || path.equals(PLACEHOLDERS.path);
  }

  static boolean isSection(String path) {
    return path.equals(PROPERTIES)
        || Arrays.stream(values()).anyMatch(key -> key.path.startsWith(path + "."));
  }

  /** Names that may stand in a section; the top is empty. */
  static List<String> namesIn(String section) {
    String start = section.isEmpty() ? "" : section + ".";
    return java.util.stream.Stream.concat(
            Arrays.stream(values()).map(ConfigKey::path), java.util.stream.Stream.of(PROPERTIES))
        .filter(path -> path.startsWith(start))
        .map(path -> path.substring(start.length()).replaceFirst("\\..*", ""))
        .distinct()
        .toList();
  }

  static List<String> variables() {
    return Arrays.stream(values()).map(ConfigKey::variable).toList();
  }
}
