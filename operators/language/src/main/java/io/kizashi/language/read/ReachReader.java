package io.kizashi.language.read;

import io.kizashi.core.rules.Reach;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the span in which a cap or a budget counts. */
final class ReachReader {
  private static final long MINUTE = 60_000L;

  /** The longest span that can be counted in: a year and its leap day. */
  private static final long MOST = 366 * 24 * 60 * MINUTE;

  private ReachReader() {}

  /** The span that {@code per} names; what is none is noted. */
  static Optional<Reach> read(Fields fields, Problems problems) {
    fields.required("per", "per: 1d, or the customer's day or month");
    Optional<Scalar> per = fields.scalar("per");
    return per.flatMap(text -> read(text, problems));
  }

  private static Optional<Reach> read(Scalar per, Problems problems) {
    if (per.text().equals("day")) {
      return Optional.of(Reach.day());
    }
    if (per.text().equals("month")) {
      return Optional.of(Reach.month());
    }
    if (!per.text().matches("\\d.*")) {
      problems.error(
          per.at(),
          "unknown_word",
          "'" + per.text() + "' is no span to count in",
          "a duration like 7d, or the customer's calendar: day, month");
      return Optional.empty();
    }
    OptionalLong span = DurationReader.read(per, MINUTE, MOST, problems);
    return span.isEmpty() ? Optional.empty() : Optional.of(Reach.sliding(span.getAsLong()));
  }
}
