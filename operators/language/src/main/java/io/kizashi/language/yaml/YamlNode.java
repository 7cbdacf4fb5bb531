package io.kizashi.language.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a YAML text, with its place. */
public sealed interface YamlNode {
  /** Where it starts. */
  Mark at();

  /** Whether it is known to be unreadable: what is wrong with it was said. */
  default boolean isLost() {
    return this instanceof Mapping mapping && !mapping.readable();
  }

  /** What it is, in an author's words. */
  default String kind() {
    if (this instanceof Scalar) {
      return "a single value";
    }
    return this instanceof Sequence ? "a list" : "a mapping";
  }

  /**
   * Text, a number or a truth value, not yet interpreted.
   *
   * @param quoted whether it stands in quotes, or as a block, and so is text
   */
  record Scalar(Mark at, String text, boolean quoted) implements YamlNode {
    /** Whether it is an unquoted {@code null}, {@code ~} or nothing. */
    public boolean isNull() {
      return !quoted && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }
  }

  /** A list. */
  record Sequence(Mark at, List<YamlNode> items) implements YamlNode {
    /** Copies the items. */
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * A mapping; its keys are unique.
   *
   * @param entries in the order of the text, by key
   * @param readable false where its text is no YAML, which has been noted: little is known of it
   */
  record Mapping(Mark at, Map<String, Entry> entries, boolean readable) implements YamlNode {
    /** A mapping that could be read. */
    public Mapping(Mark at, Map<String, Entry> entries) {
      this(at, entries, true);
    }

    /** Keeps the order. */
    public Mapping {
      entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The value of a key. */
    public Optional<YamlNode> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }
  }

  /**
   * One key with its value.
   *
   * @param keyAt where the key starts
   */
  record Entry(Mark keyAt, YamlNode value) {}
}
