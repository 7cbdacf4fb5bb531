package io.kizashi.language.read;

import io.kizashi.language.library.Bundle;
import io.kizashi.language.library.Bundle.Part;
import io.kizashi.language.library.Library;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Entry;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.language.yaml.YamlReader;
import io.kizashi.schema.RulebookDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes one mapping of a main file and what it includes; every value keeps its own place. */
final class Includes {
  /** What is added up where two files have it. */
  private static final List<String> LISTS = List.of("caps", "guards", "budgets");

  private final RulebookDocument document;
  private final Bundle bundle;
  private final Problems problems;

  Includes(RulebookDocument document, Problems problems) {
    this.document = document;
    this.bundle = Bundle.of(document.text());
    this.problems = problems;
  }

  /** The whole rulebook; empty where a file is no YAML. */
  Optional<YamlNode> read() {
    if (document.text().length() > YamlReader.MAX_CHARS) {
      return YamlReader.read(document.file(), document.text(), problems);
    }
    if (bundle.parts().size() > Bundle.MOST) {
      problems.error(
          new Mark(document.file(), 1, 1, ""),
          "out_of_bounds",
          "the text holds more than " + Bundle.MOST + " included files",
          "put some of them together");
      return Optional.empty();
    }
    Optional<YamlNode> main = YamlReader.read(document.file(), bundle.main(), problems);
    Map<Part, YamlNode> parts = new LinkedHashMap<>();
    for (Part part : bundle.parts()) {
      YamlReader.read(path(part.name()), part.text(), problems)
          .ifPresent(node -> parts.put(part, node));
    }
    if (main.isEmpty() || !problems.ok() || !(main.get() instanceof Mapping top)) {
      return problems.ok() ? main : Optional.empty();
    }
    check(top.get("include"));
    if (!problems.ok()) {
      return Optional.empty(); // what is missing would be missed all over the rulebook
    }
    Map<String, Entry> all = new LinkedHashMap<>(top.entries());
    parts.values().forEach(part -> merge(all, part));
    return Optional.of(new Mapping(top.at(), all));
  }

  // ---- the list ----

  private void check(Optional<YamlNode> include) {
    List<Scalar> names = new ArrayList<>();
    if (include.isPresent()) {
      if (include.get() instanceof Sequence list && !list.items().isEmpty()) {
        list.items().forEach(item -> name(item).ifPresent(names::add));
      } else {
        problems.error(
            include.get().at(),
            "wrong_type",
            "'include' must be a list of files",
            "include: [ shared.yaml ]");
      }
    }
    if (names.size() > Bundle.MOST) {
      problems.error(
          names.get(Bundle.MOST).at(),
          "out_of_bounds",
          "a rulebook includes at most " + Bundle.MOST + " files",
          "put some of them together");
      return;
    }
    Map<String, Mark> seen = new LinkedHashMap<>();
    names.forEach(name -> check(name, seen));
    bundle.parts().forEach(part -> checkNamed(part, seen));
  }

  private Optional<Scalar> name(YamlNode item) {
    if (item instanceof Scalar name && Bundle.isName(name.text())) {
      return Optional.of(name);
    }
    problems.error(
        item.at(), "wrong_type", "this is no name of a file", "include: [ shared.yaml ]");
    return Optional.empty();
  }

  private void check(Scalar name, Map<String, Mark> seen) {
    long parts = bundle.parts().stream().filter(part -> part.name().equals(name.text())).count();
    if (seen.putIfAbsent(name.text(), name.at()) != null) {
      problems.error(
          name.at(), "useless", "'" + name.text() + "' stands here twice", "name it once");
    } else if (normal(path(name.text())).equals(normal(document.file()))) {
      problems.error(
          name.at(),
          "include",
          "a rulebook can't include itself",
          "name files that hold rules beside these");
    } else if (parts == 0) {
      missing(name);
    } else if (parts > 1) {
      problems.error(
          name.at(), "include", "the text holds the file '" + name.text() + "' twice", "");
    }
  }

  private void missing(Scalar name) {
    if (!Library.isMeantBy(name.text())) {
      problems.error(
          name.at(),
          "include",
          "there is no file '" + name.text() + "'",
          "names are relative to the folder of this file");
    } else if (Library.names().contains(name.text())) {
      problems.error(
          name.at(),
          "include",
          "the text of '" + name.text() + "' does not follow this rulebook",
          "publish it by 'kizashi rules publish', which adds what it includes");
    } else {
      problems.error(
          name.at(),
          "unknown_name",
          "the library has no '" + name.text() + "'",
          Nearest.hint(name.text(), Library.names()));
    }
  }

  private void checkNamed(Part part, Map<String, Mark> named) {
    if (!named.containsKey(part.name())) {
      problems.error(
          new Mark(path(part.name()), 1, 1, ""),
          "include",
          "the rulebook does not include this part of its text",
          "add it to include:, or take out the line '--- # include:' and what follows");
    }
  }

  // ---- names ----

  /** The file's name for problems: beside the main file, but for those of the library. */
  private String path(String name) {
    if (Library.isMeantBy(name)) {
      return name;
    }
    String main = document.file();
    int folder = Math.max(main.lastIndexOf('/'), main.lastIndexOf('\\'));
    return main.substring(0, folder + 1) + name;
  }

  private static String normal(String path) {
    List<String> steps = new ArrayList<>();
    for (String step : path.replace('\\', '/').split("/", -1)) {
      boolean back =
          step.equals("..") && !steps.isEmpty() && !steps.get(steps.size() - 1).equals("..");
      if (back) {
        steps.remove(steps.size() - 1);
      } else if (!step.equals(".")) {
        steps.add(step);
      }
    }
    return String.join("/", steps);
  }

  // ---- the files ----

  private void merge(Map<String, Entry> all, YamlNode part) {
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
      problems.error(
          at,
          "unknown_key",
          "'" + key + "' means nothing in " + Keys.INCLUDED.place(),
          Nearest.hint(key, Keys.INCLUDED.all()));
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
