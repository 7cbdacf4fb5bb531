package io.kizashi.language.read;

import io.kizashi.language.library.Bundle;
import io.kizashi.language.library.Bundle.Part;
import io.kizashi.language.library.Library;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.schema.RulebookDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the list of files that a rulebook includes against those that its text holds. */
final class IncludeList {
  private final RulebookDocument document;
  private final Bundle bundle;
  private final Problems problems;

  IncludeList(RulebookDocument document, Bundle bundle, Problems problems) {
    this.document = document;
    this.bundle = bundle;
    this.problems = problems;
  }

  /** Notes what is wrong with the list, and what it lacks. */
  void check(Optional<YamlNode> include) {
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
    } else if (normal(path(document.file(), name.text())).equals(normal(document.file()))) {
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
      problems.unknown(
          name.at(),
          name.text(),
          "unknown_name",
          "the library has no '" + name.text() + "'",
          Library.names());
    }
  }

  private void checkNamed(Part part, Map<String, Mark> named) {
    if (!named.containsKey(part.name())) {
      problems.error(
          new Mark(path(document.file(), part.name()), 1, 1, ""),
          "include",
          "the rulebook does not include this part of its text",
          "add it to include:, or take out the line '--- # include:' and what follows");
    }
  }

  /** The file's name for problems: beside the main file, but for those of the library. */
  static String path(String main, String name) {
    if (Library.isMeantBy(name)) {
      return name;
    }
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
}
