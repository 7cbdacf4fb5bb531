package io.kizashi.language.yaml;

import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.Optional;

/** Finds how a value is written, of one that stands on one line. */
final class AsWritten {
  private AsWritten() {}

  /** The characters of a value; empty of a block, and of what goes over several lines. */
  static Optional<String> of(YamlNode node) {
    String rest = node.at().rest();
    if (node instanceof Scalar scalar && !scalar.quoted()) {
      return rest.startsWith(scalar.text()) ? Optional.of(scalar.text()) : Optional.empty();
    }
    int end = end(rest, node instanceof Scalar ? "'\"" : "[{");
    return end > 0 ? Optional.of(rest.substring(0, end)) : Optional.empty();
  }

  private static int end(String rest, String starts) {
    if (rest.isEmpty() || starts.indexOf(rest.charAt(0)) < 0) {
      return -1;
    }
    int depth = 0;
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (c == '\'' || c == '"') {
        i = closing(rest, i);
        if (i < 0) {
          return -1;
        }
      }
      depth += c == '[' || c == '{' ? 1 : 0;
      depth -= c == ']' || c == '}' ? 1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  /** Where the quotes that open at an index close; -1 where they do not on this line. */
  private static int closing(String text, int open) {
    char quote = text.charAt(open);
    for (int i = open + 1; i < text.length(); i++) {
      boolean twice = quote == '\'' && text.startsWith("''", i);
      if (twice || (quote == '"' && text.charAt(i) == '\\')) {
        i++;
      } else if (text.charAt(i) == quote) {
        return i;
      }
    }
    return -1;
  }
}
