package io.kizashi.language.read;

import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Entry;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds what an included file holds to the rulebook; a name may be defined once among all. */
final class IncludeMerge {
  /** What is added up where two files have it. */
  private static final List<String> LISTS = List.of("caps", "guards", "exclude", "budgets", "away");

  private final Problems problems;

  IncludeMerge(Problems problems) {
    this.problems = problems;
  }

  /** Adds the entries of an included file to those of the rulebook. */
  void merge(Map<String, Entry> all, YamlNode part) {
    Optional<Fields> fields = Fields.of(part, Keys.INCLUDED.place(), problems);
    if (fields.isEmpty()) {
      return;
    }
    ((Mapping) part)
        .entries()
        .forEach(
            (key, entry) -> {
              Entry before = all.get(key);
              if (!Keys.INCLUDED.built().contains(key)) {
                stranger(key, entry.keyAt());
              } else if (before == null) {
                all.put(key, entry);
              } else {
                all.put(key, new Entry(before.keyAt(), joined(key, before.value(), entry.value())));
              }
            });
  }

  private void stranger(String key, Mark at) {
    if (key.equals("include")) {
      problems.error(
          at,
          "include",
          "an included file can't include further ones",
          "let the main file include them");
    } else if (Keys.RULEBOOK.built().contains(key)) {
      problems.error(
          at,
          "include",
          "'" + key + "' stands in the main file only",
          "included files hold " + String.join(", ", Keys.INCLUDED.all()));
    } else {
      problems.unknown(
          at,
          key,
          "unknown_key",
          "'" + key + "' means nothing in " + Keys.INCLUDED.place(),
          Keys.INCLUDED.all());
    }
  }

  private YamlNode joined(String key, YamlNode first, YamlNode second) {
    if (first instanceof Mapping a && second instanceof Mapping b) {
      return joined(a, b);
    }
    if (first instanceof Sequence a && second instanceof Sequence b) {
      return new Sequence(a.at(), Stream.concat(a.items().stream(), b.items().stream()).toList());
    }
    problems.error(
        second.at(),
        "wrong_type",
        "'"
            + key
            + "' is "
            + second.kind()
            + " here, but "
            + first.kind()
            + " at "
            + first.at().place(),
        "");
    return first;
  }

  private Mapping joined(Mapping first, Mapping second) {
    Map<String, Entry> entries = new LinkedHashMap<>(first.entries());
    second
        .entries()
        .forEach(
            (name, entry) -> {
              Entry before = entries.putIfAbsent(name, entry);
              if (before != null && LISTS.contains(name)) {
                YamlNode both = joined(name, before.value(), entry.value());
                entries.put(name, new Entry(before.keyAt(), both));
              } else if (before != null) {
                problems.error(
                    entry.keyAt(),
                    "duplicate_name",
                    "'" + name + "' is defined twice, first at " + before.keyAt().place(),
                    "keep one of the two, or rename one");
              }
            });
    return new Mapping(first.at(), entries);
  }
}
