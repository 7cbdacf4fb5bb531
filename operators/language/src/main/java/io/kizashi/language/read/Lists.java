package io.kizashi.language.read;

import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists that are written as one value, and single values that are written as a list. */
final class Lists {
  /** What parts values where people write in Japanese. */
  private static final String WIDE_COMMAS = "\\s*[、，；]\\s*";

  private static final String COMMAS = "\\s*[,;、，；]\\s*";

  private Lists() {}

  /** The list that a single value must mean. */
  static List<Scalar> meant(Scalar one, String key, String hint, Problems problems) {
    List<Scalar> meant = split(one, one.quoted() ? "$" : COMMAS);
    String written = meant.stream().map(Scalar::text).collect(Collectors.joining(", "));
    problems.error(
        one.at(),
        "wrong_type",
        "'" + key + "' must be a list",
        hint,
        one.quoted() ? Fix.around(one, "[", "]") : Fix.whole(one, "[" + written + "]"));
    return meant;
  }

  /** The values of a list that commas of another alphabet made one. */
  static List<Scalar> parted(Scalar scalar, Problems problems) {
    List<Scalar> meant = split(scalar, scalar.quoted() ? "$" : WIDE_COMMAS);
    if (meant.size() > 1) {
      String written = meant.stream().map(Scalar::text).collect(Collectors.joining(", "));
      problems.error(
          scalar.at(),
          "comma",
          "'" + scalar.text() + "' is one value: only ',' parts the values of a list",
          "",
          Fix.whole(scalar, written));
    }
    return meant;
  }

  private static List<Scalar> split(Scalar scalar, String commas) {
    return Stream.of(scalar.text().split(commas, -1))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .map(it -> new Scalar(scalar.at(), it, scalar.quoted()))
        .toList();
  }

  /** The value of a list of one. */
  static Optional<Scalar> only(YamlNode node) {
    return node instanceof Sequence list
            && list.items().size() == 1
            && list.items().get(0) instanceof Scalar scalar
        ? Optional.of(scalar)
        : Optional.empty();
  }
}
