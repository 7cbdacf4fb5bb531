package io.kizashi.language.read;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.FactName;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names by which later steps and expressions read what earlier steps matched. */
final class Captures {
  /** What expressions mean by themselves, or will: {@code pool} is not built yet. */
  private static final Set<String> RESERVED =
      Stream.concat(
              Stream.of(Bindings.EVENT, "pool"), Stream.of(FactName.values()).map(FactName::text))
          .collect(Collectors.toUnmodifiableSet());

  private final Set<String> names = new TreeSet<>();
  private final Problems problems;

  Captures(Problems problems) {
    this.problems = problems;
  }

  /** Those that stand so far. */
  Set<String> names() {
    return names;
  }

  /** Takes in one more name. */
  String add(Scalar name) {
    if (!name.text().matches("[a-z][a-z0-9_]*") || RESERVED.contains(name.text())) {
      problems.error(
          name.at(),
          "capture",
          "'" + name.text() + "' can't be a name here",
          RESERVED.contains(name.text())
              ? "expressions mean something else by it; as: cart"
              : "names are snake_case: as: cart");
    } else if (!names.add(name.text())) {
      problems.error(
          name.at(),
          "capture",
          "'" + name.text() + "' names an earlier step already",
          "give this one another name");
    }
    return name.text();
  }
}
