package io.kizashi.language.expression;

import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.util.HashMap;
import java.util.Map;

/**
 * What the places of a rulebook are called: by their keys, {@code moments.cart_abandoned.where}.
 * The items of a list are one place, and so are the steps of a pattern.
 */
public final class Places {
  /** What stands between a moment and its steps says nothing that its name does not. */
  private static final String STEPS = "pattern";

  private final Map<At, String> names = new HashMap<>();

  private Places() {}

  private record At(String file, int line, int column) {
    static At of(Mark mark) {
      return new At(mark.file(), mark.line(), mark.column());
    }
  }

  /** The places of a rulebook. */
  public static Places of(YamlNode rulebook) {
    Places places = new Places();
    places.add(rulebook, "");
    return places;
  }

  private void add(YamlNode node, String path) {
    if (node instanceof Scalar scalar) {
      names.put(At.of(scalar.at()), path);
    } else if (node instanceof Sequence list) {
      list.items().forEach(item -> add(item, path));
    } else {
      ((Mapping) node)
          .entries()
          .forEach(
              (key, entry) -> {
                String under = path.isEmpty() ? key : path + "." + key;
                add(entry.value(), key.equals(STEPS) ? path : under);
              });
    }
  }

  /** What the place of a text is called; empty where it stands in no rulebook. */
  public String of(Scalar text) {
    return names.getOrDefault(At.of(text.at()), "");
  }
}
