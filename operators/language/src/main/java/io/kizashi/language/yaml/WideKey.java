package io.kizashi.language.yaml;

import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds keys that are indented by full-width blanks: to YAML those are letters of the key. */
final class WideKey {
  private WideKey() {}

  /** The line of the first key that begins with a blank which is none to YAML. */
  static Optional<Integer> line(Node node) {
    if (node.getAnchor() != null) {
      return Optional.empty(); // it is refused, and could lead in a circle
    }
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().flatMap(item -> line(item).stream()).findFirst();
    }
    if (!(node instanceof MappingNode mapping)) {
      return Optional.empty();
    }
    for (NodeTuple entry : mapping.getValue()) {
      boolean wide = entry.getKeyNode() instanceof ScalarNode key && isWide(key.getValue());
      Optional<Integer> found =
          wide
              ? Optional.of(entry.getKeyNode().getStartMark().getLine())
              : line(entry.getValueNode());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isWide(String key) {
    return key.startsWith("\u3000") || key.startsWith("\u00a0");
  }
}
