package io.kizashi.pipeline;

import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problem;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Entry;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.language.yaml.YamlReader;
import io.kizashi.pipeline.PipelineConfig.Checkpoints;
import io.kizashi.pipeline.PipelineConfig.Kafka;
import io.kizashi.pipeline.PipelineConfig.Reading;
import io.kizashi.schema.TimeSources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads settings from a file and the environment, and gathers what is wrong with them. */
final class ConfigReader {
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** A single checkpoint that fails, and one that is slow, are no reason to stop deciding. */
  private static final int INTERVALS_OF_PATIENCE = 3;

  private static final Duration LONGEST_PATIENCE = Duration.ofDays(1);
  private static final String OFF = "off";
  private static final int HIGHEST_PORT = 65_535;

  private final Path file;
  private final Problems problems = new Problems();
  private final Map<String, Value> values = new TreeMap<>();
  private final Map<String, List<Value>> lists = new TreeMap<>();

  /** Whether the file could be read: of one that could not, nobody knows what is missing. */
  private boolean isRead;

  ConfigReader(Path file) {
    this.file = file;
  }

  /** A setting as it was written, and where. */
  record Value(String text, Mark at) {
    /** The names between commas, each at the whole's place. */
    private Stream<Value> names() {
      return Stream.of(text.split(","))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .map(name -> new Value(name, at));
    }
  }

  Reading read(String text, Map<String, String> environment) {
    Optional<YamlNode> top = YamlReader.read(file.toString(), text, problems);
    if (top.isPresent() && top.get() instanceof Mapping mapping) {
      isRead = true;
      flatten("", mapping);
    } else if (top.isPresent()) {
      wrongType(top.get(), "the settings", "a mapping");
    }
    new TreeMap<>(environment).forEach(this::overlay);
    PipelineConfig config = build();
    List<Problem> found = problems.all().stream().map(ConfigReader::withoutSecrets).toList();
    return new Reading(problems.ok() ? Optional.of(config) : Optional.empty(), found);
  }

  // ---- gathering: file, then environment ----

  private void flatten(String section, Mapping mapping) {
    for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
      String path = section.isEmpty() ? entry.getKey() : section + "." + entry.getKey();
      YamlNode value = entry.getValue().value();
      if (ConfigKey.isKey(path) || section.equals(ConfigKey.PROPERTIES)) {
        setting(path, value);
      } else if (!ConfigKey.isSection(path)) {
        List<String> known = ConfigKey.namesIn(section);
        problems.error(
            entry.getValue().keyAt(),
            "unknown_key",
            "there is no setting '" + path + "'",
            Nearest.hint(entry.getKey(), known));
      } else if (value instanceof Mapping nested) {
        flatten(path, nested);
      } else {
        wrongType(value, "'" + path + "'", "a mapping");
      }
    }
  }

  private void setting(String path, YamlNode node) {
    if (ConfigKey.isList(path)) {
      list(path, node);
    } else if (node instanceof Scalar scalar) {
      if (!scalar.isNull()) {
        values.put(path, new Value(scalar.text(), scalar.at()));
      }
    } else {
      wrongType(node, "'" + path + "'", "a single value");
    }
  }

  private void list(String path, YamlNode node) {
    List<Value> names = new ArrayList<>();
    for (YamlNode item : node instanceof Sequence sequence ? sequence.items() : List.of(node)) {
      if (!(item instanceof Scalar scalar)) {
        wrongType(item, "'" + path + "'", "a list of names");
      } else if (!scalar.isNull()) {
        new Value(scalar.text(), scalar.at()).names().forEach(names::add);
      }
    }
    lists.put(path, names);
  }

  private void overlay(String variable, String text) {
    String properties = ConfigKey.variable(ConfigKey.PROPERTIES) + "_";
    Mark at = new Mark("environment variable " + variable, 1, 1, "");
    if (variable.startsWith(properties)) {
      String key = variable.substring(properties.length()).toLowerCase(Locale.ROOT);
      values.put(ConfigKey.PROPERTIES + "." + key.replace('_', '.'), new Value(text, at));
      return;
    }
    Optional<ConfigKey> key =
        Arrays.stream(ConfigKey.values()).filter(k -> k.variable().equals(variable)).findAny();
    if (key.isPresent() && ConfigKey.isList(key.get().path())) {
      lists.put(key.get().path(), new Value(text, at).names().toList());
    } else if (key.isPresent()) {
      values.put(key.get().path(), new Value(text, at));
    } else if (variable.startsWith(ConfigKey.ENVIRONMENT)) {
      // The launcher and its users have variables of their own; only what looks mistyped is one.
      Nearest.to(variable, ConfigKey.variables())
          .ifPresent(
              near ->
                  problems.error(
                      at, "unknown_key", "no setting is named so", "did you mean '" + near + "'?"));
    }
  }

  // ---- building ----

  private PipelineConfig build() {
    Map<String, String> properties = new TreeMap<>();
    String prefix = ConfigKey.PROPERTIES + ".";
    values.forEach(
        (path, value) -> {
          if (path.startsWith(prefix)) {
            String name = path.substring(prefix.length());
            ClientProperties.refusal(name, value.text())
                .ifPresent(no -> problems.error(value.at(), no.code(), no.message(), no.hint()));
            properties.put(name, value.text());
          }
        });
    HeartbeatMode heartbeats = choice(ConfigKey.HEARTBEATS, HeartbeatMode.values());
    return new PipelineConfig(
        path(ConfigKey.RULEBOOK),
        parallelism(),
        new Kafka(
            value(ConfigKey.KAFKA_BOOTSTRAP).text(),
            value(ConfigKey.KAFKA_GROUP).text(),
            properties),
        checkpoints(),
        heartbeats,
        sources(heartbeats),
        new PlaceholdersReader(problems)
            .read(lists.getOrDefault(ConfigKey.PLACEHOLDERS.path(), List.of())),
        choice(ConfigKey.DELIVERY, Delivery.values()),
        topicPrefix(),
        choice(ConfigKey.SENSING, Sensing.values()),
        learning(),
        healthPort());
  }

  private boolean isSaid(ConfigKey key) {
    Value known = values.get(key.path());
    return known != null && !known.text().isEmpty();
  }

  private Value value(ConfigKey key) {
    Value known = values.get(key.path());
    if (known != null && !known.text().isEmpty()) {
      return known;
    }
    Mark nowhere = new Mark(file.toString(), 1, 1, "");
    if (key.fallback().isEmpty() && isRead) {
      problems.error(
          nowhere,
          "missing_key",
          "'" + key.path() + "' is missing",
          "write it here, or set " + key.variable());
    }
    return new Value(key.fallback().orElse(""), nowhere);
  }

  /** Relative to the settings' folder where it stands in the file, as an author expects it. */
  private Path path(ConfigKey key) {
    Value value = value(key);
    Path path = Path.of(value.text());
    Path folder = file.toAbsolutePath().getParent();
    return folder == null || !value.at().file().equals(file.toString())
        ? path.toAbsolutePath()
        : folder.resolve(path).normalize();
  }

  private String folder() {
    Value value = value(ConfigKey.CHECKPOINTS_FOLDER);
    boolean isUri = value.text().matches("[a-z][a-z0-9+.-]+:.*");
    return isUri || value.text().isEmpty()
        ? value.text()
        : path(ConfigKey.CHECKPOINTS_FOLDER).toUri().toString();
  }

  private int parallelism() {
    Value value = value(ConfigKey.PARALLELISM);
    int parsed = value.text().matches("\\d{1,4}") ? Integer.parseInt(value.text()) : 0;
    if (parsed < 1 || parsed > Stage.MAX_PARALLELISM) {
      badValue(ConfigKey.PARALLELISM, value, "write 1 to " + Stage.MAX_PARALLELISM);
    }
    return parsed;
  }

  private Checkpoints checkpoints() {
    Duration interval =
        duration(ConfigKey.CHECKPOINTS_INTERVAL, SHORTEST, LONGEST, "from 100ms to 1h");
    Duration least = interval.multipliedBy(INTERVALS_OF_PATIENCE);
    if (!isSaid(ConfigKey.CHECKPOINTS_PATIENCE)) {
      Duration usual = parsed(value(ConfigKey.CHECKPOINTS_PATIENCE));
      return new Checkpoints(folder(), interval, usual.compareTo(least) < 0 ? least : usual);
    }
    return new Checkpoints(
        folder(),
        interval,
        duration(
            ConfigKey.CHECKPOINTS_PATIENCE,
            least,
            LONGEST_PATIENCE,
            "from three times checkpoints.interval to 1d"));
  }

  private Duration duration(ConfigKey key, Duration shortest, Duration longest, String range) {
    Value value = value(key);
    Duration parsed = parsed(value);
    if (parsed.compareTo(shortest) < 0 || parsed.compareTo(longest) > 0) {
      badValue(key, value, DurationSetting.HINT + ", " + range);
    }
    return parsed;
  }

  private static Duration parsed(Value value) {
    return DurationSetting.parse(value.text()).orElse(Duration.ZERO);
  }

  private OptionalInt healthPort() {
    Value value = value(ConfigKey.HEALTH_PORT);
    if (value.text().equals(OFF)) {
      return OptionalInt.empty();
    }
    int parsed = value.text().matches("\\d{1,5}") ? Integer.parseInt(value.text()) : 0;
    if (parsed < 1 || parsed > HIGHEST_PORT) {
      badValue(ConfigKey.HEALTH_PORT, value, "write 1 to " + HIGHEST_PORT + ", or off");
    }
    return OptionalInt.of(parsed);
  }

  private String topicPrefix() {
    Value value = value(ConfigKey.TOPIC_PREFIX);
    if (!value.text().matches("[a-zA-Z0-9._-]{0,100}")) {
      badValue(ConfigKey.TOPIC_PREFIX, value, "letters, digits, '.', '_' and '-' make a topic");
    }
    return value.text();
  }

  private TimeSources sources(HeartbeatMode heartbeats) {
    return new SourcesReader(problems)
        .read(
            heartbeats,
            lists.getOrDefault(ConfigKey.SOURCES.path(), List.of()),
            lists.getOrDefault(ConfigKey.FINITE.path(), List.of()));
  }

  private Learning learning() {
    Learning learning = choice(ConfigKey.LEARNING, Learning.values());
    if (learning == Learning.ON && choice(ConfigKey.SENSING, Sensing.values()) == Sensing.OFF) {
      badValue(
          ConfigKey.LEARNING,
          value(ConfigKey.LEARNING),
          "with 'sensing: off' nothing goes by what words mean; switch both off, or both on");
    }
    return learning;
  }

  private <E extends SettingChoice> E choice(ConfigKey key, E[] choices) {
    Value value = value(key);
    List<String> names = Arrays.stream(choices).map(SettingChoice::wire).toList();
    int index = names.indexOf(value.text());
    if (index < 0) {
      badValue(key, value, Nearest.hint(value.text(), names));
    }
    return choices[Math.max(index, 0)];
  }

  // ---- problems ----

  private void badValue(ConfigKey key, Value value, String hint) {
    problems.error(
        value.at(), "bad_value", "'" + key.path() + "' can't be '" + value.text() + "'", hint);
  }

  private void wrongType(YamlNode node, String what, String expected) {
    problems.error(
        node.at(), "wrong_type", what + " must be " + expected + ", this is " + node.kind(), "");
  }

  private static Problem withoutSecrets(Problem problem) {
    Mark at = problem.at();
    return PipelineConfig.isSecret(at.text())
        ? new Problem(
            problem.code(),
            problem.severity(),
            new Mark(at.file(), at.line(), at.column(), ""),
            problem.message(),
            problem.hint())
        : problem;
  }
}
