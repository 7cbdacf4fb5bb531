package io.kizashi.language.mutation;

import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that a rulebook uses, by what they name: each may be taken for another of its kind. */
final class Names {
  /** Steps of the engine's own. */
  private static final Set<String> VIRTUAL = Set.of("any", "session_ended");

  private static final Set<String> STEPS = Set.of("event", "absence", "unless");
  private static final Set<String> SECTIONS = Set.of("signals", "segments", "lists", "moments");

  /** What says nothing of when something is done. */
  private static final Set<String> WORDS = Set.of("content", "label", "severity");

  private static final Pattern PROPERTY = Pattern.compile("\\.properties\\.([A-Za-z_]\\w*)");
  private static final Pattern DURATION = Pattern.compile("\\b\\d{1,9}(?:ms|s|m|h|d)\\b");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.:\"-])\\d+(?:\\.\\d+)?(?![\\w.:-])");

  private final Map<String, NavigableSet<String>> kinds = new TreeMap<>();

  /** Notes all names of a file. */
  void read(Mapping top) {
    for (Map.Entry<String, YamlNode.Entry> section : top.entries().entrySet()) {
      if (!section.getKey().equals("tests")) {
        read(section.getKey(), section.getValue().value());
      }
      if (SECTIONS.contains(section.getKey())
          && section.getValue().value() instanceof Mapping named) {
        named.entries().keySet().forEach(name -> note(section.getKey(), name));
      }
    }
  }

  private void read(String key, YamlNode node) {
    if (WORDS.contains(key)) {
      return;
    }
    if (node instanceof Mapping mapping) {
      mapping.entries().forEach((name, entry) -> read(name, entry.value()));
    } else if (node instanceof Sequence list) {
      list.items().forEach(item -> read(key, item));
    } else if (node instanceof Scalar scalar) {
      read(key, scalar.text());
    }
  }

  private void read(String key, String text) {
    if (STEPS.contains(key) && !VIRTUAL.contains(text)) {
      note("types", text);
    }
    if (key.equals("channel") || key.equals("channels")) {
      note("channels", text);
    }
    Matcher properties = PROPERTY.matcher(text);
    properties.results().forEach(found -> note("properties", found.group(1)));
    DURATION.matcher(text).results().forEach(found -> note("durations", found.group()));
    NUMBER.matcher(text).results().forEach(found -> note("numbers", found.group()));
  }

  private void note(String kind, String name) {
    kinds.computeIfAbsent(kind, x -> new TreeSet<>()).add(name);
  }

  /** All names of a kind, in order. */
  List<String> all(String kind) {
    return List.copyOf(kinds.getOrDefault(kind, new TreeSet<>()));
  }

  /** The next name of a kind; empty where there is no other, or it is none of that kind. */
  Optional<String> another(String kind, String name) {
    NavigableSet<String> names = kinds.getOrDefault(kind, new TreeSet<>());
    if (!names.contains(name) || names.size() < 2) {
      return Optional.empty();
    }
    return Optional.ofNullable(names.higher(name)).or(() -> Optional.of(names.first()));
  }
}
