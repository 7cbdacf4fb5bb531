package io.kizashi.language.read;

import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;

/** What an author names so that expressions can read it: signals, segments, lists. */
final class ReadableNames {
  private ReadableNames() {}

  /** The entries of a key of the rulebook, in the order of the text; too many are noted. */
  static Map<String, YamlNode> in(Fields top, String key, int most, Problems problems) {
    Optional<Fields> fields = top.get(key).flatMap(node -> Fields.of(node, key, problems));
    if (fields.isEmpty()) {
      return Map.of();
    }
    Map<String, YamlNode> named = fields.get().named();
    if (named.size() > most) {
      problems.error(
          top.keyAt(key), "out_of_bounds", "there are more than " + most + " " + key, "");
    }
    named.keySet().stream()
        .filter(name -> !name.matches("[a-z][a-z0-9_]*"))
        .forEach(
            name ->
                problems.error(
                    fields.get().keyAt(name),
                    "name",
                    "'" + name + "' can't be read by expressions",
                    "names are snake_case, like spend_90d"));
    return named;
  }
}
