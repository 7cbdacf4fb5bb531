package io.kizashi.language.read;

import io.kizashi.language.library.Bundle;
import io.kizashi.language.library.Bundle.Part;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Entry;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlReader;
import io.kizashi.schema.RulebookDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes one mapping of a main file and what it includes; every value keeps its own place. */
final class Includes {
  private final RulebookDocument document;
  private final Bundle bundle;
  private final Problems problems;

  Includes(RulebookDocument document, Problems problems) {
    this.document = document;
    this.bundle = Bundle.of(document.text());
    this.problems = problems;
  }

  /** The lists of customers that stand in files of their own. */
  ListFiles lists() {
    return new ListFiles(document.file(), bundle, problems);
  }

  /** Characters of all but lists, which the rulebook itself is to name where they are too long. */
  private int rules() {
    return document.text().length()
        - bundle.lists().stream().mapToInt(list -> list.text().length()).sum();
  }

  /** The whole rulebook; empty where a file is no YAML. */
  Optional<YamlNode> read() {
    if (rules() > YamlReader.MAX_CHARS) {
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
    Optional<YamlNode> main = YamlReader.readOn(document.file(), bundle.main(), problems);
    Map<Part, YamlNode> parts = new LinkedHashMap<>();
    for (Part part : bundle.parts()) {
      YamlReader.readOn(IncludeList.path(document.file(), part.name()), part.text(), problems)
          .ifPresent(node -> parts.put(part, node));
    }
    if (main.isEmpty() || parts.size() < bundle.parts().size()) {
      return Optional.empty();
    }
    if (!(main.get() instanceof Mapping top)) {
      return main;
    }
    int before = problems.errors();
    new IncludeList(document, bundle, problems).check(top.get("include"));
    if (problems.errors() > before) {
      return Optional.empty(); // what is missing would be missed all over the rulebook
    }
    Map<String, Entry> all = new LinkedHashMap<>(top.entries());
    IncludeMerge merge = new IncludeMerge(problems);
    parts.values().forEach(part -> merge.merge(all, part));
    return Optional.of(new Mapping(top.at(), all));
  }
}
