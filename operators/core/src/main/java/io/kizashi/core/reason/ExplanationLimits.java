package io.kizashi.core.reason;

import io.kizashi.schema.ExplanationJson;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Explanation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps explanations so short that they can go with every recommendation, and are read. */
public final class ExplanationLimits {
  /** Candidates that are listed: a person compares no more. */
  public static final int CANDIDATES = 16;

  /** Values that are listed. */
  private static final int VALUES = 32;

  /** Characters of one value or detail. */
  private static final int CHARS = 120;

  /** Bytes of an explanation, as JSON. */
  private static final int BYTES = 4_096;

  private ExplanationLimits() {}

  /**
   * An explanation with as much as there is room for: candidates go before values, the first
   * candidate after all else.
   *
   * @param candidates the most important first
   * @param total how many candidates there were
   */
  public static Explanation explanation(
      Map<String, String> values, List<Candidate> candidates, int total) {
    TreeMap<String, String> kept = new TreeMap<>();
    values.entrySet().stream()
        .limit(VALUES)
        .forEach(entry -> kept.put(entry.getKey(), text(entry.getValue())));
    int first = candidates.isEmpty() ? 0 : size(candidates.get(0));
    int room = room(kept, total);
    while (room < first && !kept.isEmpty()) {
      kept.pollFirstEntry();
      room = room(kept, total);
    }
    List<Candidate> listed = fitting(candidates, room);
    return new Explanation(kept, listed, total - listed.size());
  }

  private static int room(Map<String, String> values, int total) {
    return BYTES - ExplanationJson.size(new Explanation(values, List.of(), total));
  }

  private static int size(Candidate candidate) {
    return ExplanationJson.size(candidate) + 1; // a comma
  }

  private static List<Candidate> fitting(List<Candidate> candidates, int room) {
    List<Candidate> fitting = new ArrayList<>();
    int left = room;
    for (Candidate candidate : candidates) {
      left -= size(candidate);
      if (left < 0) {
        break;
      }
      fitting.add(candidate);
    }
    return fitting;
  }

  /** A text, cut where it is too long to be read. */
  public static String text(String text) {
    return text.length() <= CHARS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, CHARS) - 1)) + "…";
  }

  /**
   * Numbers without a fraction read as whole ones, others to six digits behind the point; lists and
   * objects as JSON.
   */
  public static String value(Object value) {
    if (value instanceof Double number) {
      double fine = Math.rint(number * 1e6) / 1e6;
      return BigDecimal.valueOf(fine).stripTrailingZeros().toPlainString();
    }
    if (value instanceof Duration length) {
      return BigDecimal.valueOf(length.toMillis(), 3).stripTrailingZeros().toPlainString() + "s";
    }
    return value instanceof List || value instanceof Map
        ? ExplanationJson.text(value)
        : value.toString();
  }
}
