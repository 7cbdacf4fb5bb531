package io.kizashi.pipeline;

import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problem;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlReader;
import io.kizashi.pipeline.topics.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The topics of the engine, as {@code topics.yaml} names them. */
public final class Topics {
  /** What sources write: touchpoints and heartbeats. */
  public static final String TOUCHPOINTS = "touchpoints";

  /** Published rulebooks. */
  public static final String RULEBOOKS = "rulebooks";

  /** Pauses, and their ends. */
  public static final String CONTROLS = "controls";

  /** What one stage of the engine tells another: learned lexicons. */
  public static final String LOOP = "loop";

  /** What the engine answers to whoever asks about a customer. */
  public static final String ANSWERS = "answers";

  private static final String RESOURCE = "topics.yaml";
  private static final String FOREVER = "forever";
  private static final List<String> KEYS =
      List.of("partitions", "cleanup", "retention", "max-message");

  private final Problems problems = new Problems();

  private Topics() {}

  /**
   * All topics, in the order of the file that is packaged with the engine.
   *
   * @throws IllegalStateException if that file is damaged, a defect of the build
   */
  public static List<Topic> all() {
    Problems problems = new Problems();
    List<Topic> topics = read(RESOURCE, packaged(), problems);
    if (!problems.ok()) {
      throw new IllegalStateException(
          problems.all().stream().map(Problem::render).collect(Collectors.joining()));
    }
    return topics;
  }

  /** Topics of a text; what is wrong with it is noted. */
  static List<Topic> read(String file, String text, Problems problems) {
    Topics reader = new Topics();
    List<Topic> topics = new ArrayList<>();
    Optional<YamlNode> top = YamlReader.read(file, text, reader.problems);
    if (top.isPresent() && top.get() instanceof Mapping mapping) {
      mapping.entries().forEach((name, entry) -> topics.add(reader.topic(name, entry.value())));
    } else if (top.isPresent()) {
      reader.problems.error(top.get().at(), "wrong_type", "topics must be a mapping", "");
    }
    reader.problems.all().forEach(p -> problems.error(p.at(), p.code(), p.message(), p.hint()));
    return topics;
  }

  private Topic topic(String name, YamlNode node) {
    Mapping mapping = node instanceof Mapping m ? m : new Mapping(node.at(), java.util.Map.of());
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!KEYS.contains(key)) {
                problems.error(
                    entry.keyAt(),
                    "unknown_key",
                    "a topic has no '" + key + "'",
                    Nearest.hint(key, KEYS));
              }
            });
    return new Topic(
        name,
        number(mapping, "partitions"),
        cleanup(mapping),
        retention(mapping),
        number(mapping, "max-message"));
  }

  private static Topic.Cleanup cleanup(Mapping mapping) {
    boolean isCompact = text(mapping, "cleanup").equals(Topic.Cleanup.COMPACT.wire());
    return isCompact ? Topic.Cleanup.COMPACT : Topic.Cleanup.DELETE;
  }

  private Optional<Duration> retention(Mapping mapping) {
    String text = text(mapping, "retention");
    Optional<Duration> parsed = DurationSetting.parse(text);
    if (parsed.isEmpty() && !text.equals(FOREVER)) {
      bad(mapping.at(), "retention '" + text + "' is no duration", DurationSetting.HINT);
    }
    return parsed;
  }

  private int number(Mapping mapping, String key) {
    String text = text(mapping, key);
    if (!text.matches("[1-9]\\d{0,8}")) {
      bad(mapping.at(), key + " '" + text + "' is no whole number above 0", "");
      return 1;
    }
    return Integer.parseInt(text);
  }

  private static String text(Mapping mapping, String key) {
    return mapping.get(key).orElse(null) instanceof Scalar scalar ? scalar.text() : "";
  }

  private void bad(Mark at, String message, String hint) {
    problems.error(at, "bad_value", message, hint);
  }

  private static String packaged() {
    try (@Nullable InputStream in = Topics.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not packaged with the engine; build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " can't be read from the engine's jar", e);
    }
  }
}
