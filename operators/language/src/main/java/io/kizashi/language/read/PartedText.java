package io.kizashi.language.read;

import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds texts in braces that have a comma and no quotes: to YAML {@code { en: Cart, left }} has a
 * key {@code left} without a value.
 */
final class PartedText {
  private PartedText() {}

  /** The keys that are no keys but parts of the text before them; they are noted. */
  static Set<String> note(Fields texts, Problems problems) {
    Set<String> parts = new HashSet<>();
    Optional<Scalar> before = Optional.empty();
    for (Map.Entry<String, YamlNode> entry : texts.named().entrySet()) {
      Mark at = texts.keyAt(entry.getKey());
      if (before.isPresent() && isPart(before.get(), at, entry.getValue())) {
        parts.add(entry.getKey());
        note(before.get(), at, entry.getKey(), problems);
      } else {
        before =
            Optional.of(entry.getValue()).filter(Scalar.class::isInstance).map(it -> (Scalar) it);
      }
    }
    return parts;
  }

  private static boolean isPart(Scalar before, Mark at, YamlNode value) {
    boolean behind = before.at().line() == at.line() && before.at().column() < at.column();
    boolean empty = value instanceof Scalar scalar && scalar.isNull() && scalar.text().isEmpty();
    return behind && empty && !before.quoted() && !before.isNull();
  }

  private static void note(Scalar before, Mark at, String part, Problems problems) {
    String line = at.text();
    int from = line.offsetByCodePoints(0, before.at().column() - 1);
    int end = line.offsetByCodePoints(0, at.column() - 1) + part.length();
    Optional<Fix> fix =
        end <= line.length()
            ? Optional.of(line.substring(from, end))
                .flatMap(it -> Fix.at(before.at(), it, "'" + it.replace("'", "''") + "'"))
            : Optional.empty();
    problems.error(
        at,
        "comma",
        "'" + part + "' stands behind a comma, which ends the text before it",
        "a text with a comma stands in quotes",
        fix);
  }
}
