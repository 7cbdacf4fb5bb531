package io.kizashi.language.read;

import io.kizashi.core.recipient.Owner;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.Optional;

/** Reads names that records carry: of persons, teams, queues and campaigns. */
final class OwnerNames {
  private OwnerNames() {}

  /** The name under a key; empty where there is none. */
  static String name(Fields fields, String key, Problems problems) {
    return fields.scalar(key).flatMap(text -> name(text, problems)).orElse("");
  }

  /** A name that people can see, and that fits. */
  static Optional<String> name(Scalar text, Problems problems) {
    String name = text.text();
    boolean seen = !name.isBlank() && name.equals(name.strip()) && name.lines().count() == 1;
    if (!seen || name.length() > Owner.MOST) {
      problems.error(
          text.at(),
          "name",
          "a name is one line of at most " + Owner.MOST + " characters",
          "a person, a team or a queue: care-leads@shop");
      return Optional.empty();
    }
    return Optional.of(name);
  }
}
