package io.kizashi.language.read;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.FactName;
import io.kizashi.core.expression.Reads;
import io.kizashi.core.recipient.CustomerList;
import io.kizashi.core.rules.Definition;
import io.kizashi.core.rules.Rules.Settings;
import io.kizashi.core.rules.Rules.Vocabulary;
import io.kizashi.core.rules.Trial;
import io.kizashi.core.signal.Signal;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.schema.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes fingerprints of rules. */
final class Definitions {
  private static final List<String> PATTERN = List.of("pattern", "unless", "restart");
  private static final List<String> WHOLE = List.of("when", "once-per", "shadow", "rollout");

  private final Vocabulary vocabulary;
  private final String setting;

  Definitions(Vocabulary vocabulary, Settings settings) {
    this.vocabulary = vocabulary;
    this.setting =
        Sha256.id(
            vocabulary.journey().definition(),
            settings.calendar().zone().getId(),
            new TreeSet<>(settings.calendar().weekdays()).toString(),
            settings.calendar().named(),
            Long.toString(settings.sessions().gap()));
  }

  /** The fingerprints of a rule that is written so and reads this. */
  Definition of(Fields written, Reads reads, Trial trial) {
    String read = Sha256.id(setting, read(reads).toString());
    // Younger than the fingerprints of rules without it, which stand in states.
    String matter = written.get("by").map(Definitions::text).orElse("");
    String pattern = Sha256.id(read, text(written, PATTERN) + matter);
    // Whom it comes to be in earnest for meets a new rule, which raises nothing of before.
    String testers = trial.testers().map(CustomerList::definition).orElse("");
    return new Definition(pattern, Sha256.id(pattern, text(written, WHOLE) + testers));
  }

  /** The fingerprint of a condition that is written so and reads this. */
  String of(String written, Reads reads) {
    return Sha256.id(setting, read(reads).toString(), written);
  }

  /** What the facts mean that are read, by name. */
  private Map<String, String> read(Reads reads) {
    Map<String, String> meanings = new TreeMap<>();
    for (String fact : new TreeSet<>(reads.facts())) {
      String[] path = fact.split("\\.", 2);
      if (path[0].equals(FactName.SIGNALS.text())) {
        Optional.ofNullable(vocabulary.signals().get(path[1]))
            .map(Signal::definition)
            .ifPresent(meaning -> meanings.put(fact, meaning));
      } else if (path[0].equals(FactName.SEGMENTS.text())) {
        Optional.ofNullable(vocabulary.segments().get(path[1]))
            .ifPresent(segment -> meanings.put(fact, meaning(segment)));
      } else if (path[0].equals(FactName.LISTS.text())) {
        Optional.ofNullable(vocabulary.lists().get(path[1]))
            .ifPresent(list -> meanings.put(fact, list.definition()));
      }
    }
    return meanings;
  }

  private String meaning(Condition segment) {
    return segment.text() + read(segment.reads());
  }

  private static String text(Fields written, List<String> keys) {
    return keys.stream()
        .map(key -> key + ":" + written.get(key).map(Definitions::text).orElse(""))
        .collect(Collectors.joining("\n"));
  }

  /** A node without its place. */
  private static String text(YamlNode node) {
    if (node instanceof Scalar scalar) {
      return Sha256.id(scalar.text());
    }
    if (node instanceof Sequence sequence) {
      return sequence.items().stream().map(Definitions::text).toList().toString();
    }
    Map<String, String> sorted = new TreeMap<>();
    ((Mapping) node)
        .entries()
        .forEach((key, entry) -> sorted.put(Sha256.id(key), text(entry.value())));
    return sorted.toString();
  }
}
