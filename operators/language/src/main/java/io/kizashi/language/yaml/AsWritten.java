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

  /** Another text, quoted as a value was: plain only where that is safe. */
  static String like(String before, Scalar scalar, String text) {
    if (scalar.quoted() && before.startsWith("\"")) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
    boolean plain = !scalar.quoted() && text.matches("[\\w(-][^,\\[\\]{}#:]*[^,\\[\\]{}#:\\s]");
    return plain ? text : "'" + text.replace("'", "''") + "'";
  }

  /** How many characters two writings begin with in common, whole words only. */
  static int sameBefore(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    while (same > 0 && isWord(one.charAt(same - 1))) {
      same--;
    }
    return same;
  }

  /** How many characters two writings end with in common behind some, whole words only. */
  static int sameBehind(String one, String other, int behind) {
    int most = Math.min(one.length(), other.length()) - behind;
    int same = 0;
    while (same < most
        && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
      same++;
    }
    while (same > 0 && isWord(one.charAt(one.length() - same))) {
      same--;
    }
    return same;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
  }
}
