package io.kizashi.core.decision;

import io.kizashi.schema.ExplanationJson;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Explanation;
import io.kizashi.schema.Recommendation.Flip;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts down why a decision is what it is, within bounds. */
final class Reasons {
  private static final String CHOSEN = "chosen";
  private static final String LOWER_TIER = "lower_tier";
  private static final String OUTSCORED = "outscored";
  private static final String NOTHING = "nothing";
  private static final String EXPIRES = "expires";
  private static final String WEIGHT = "weight";

  /** Candidates that are listed; more would not be read. */
  private static final int MOST_CANDIDATES = 16;

  /** Values that are listed. */
  private static final int MOST_VALUES = 32;

  /** Characters of one value or detail. */
  private static final int MOST_CHARS = 120;

  /** Bytes of an explanation, as JSON. */
  private static final int MOST_BYTES = 4_096;

  /** Bytes that one listed candidate or value takes at most: what stays below needs no measure. */
  private static final int ROUGHLY = 250;

  private static final Comparator<Candidacy> BY_NAME =
      Comparator.comparing((Candidacy c) -> c.way().action().name())
          .thenComparing(c -> c.way().option().moment().detectedAt(), Comparator.reverseOrder())
          .thenComparing(c -> c.way().option().moment().id());

  private final Optional<Candidacy> winner;
  private final List<Candidacy> all;

  /**
   * Of one decision.
   *
   * @param winner what was chosen
   */
  Reasons(Optional<Candidacy> winner, List<Candidacy> all) {
    this.winner = winner;
    this.all = all;
  }

  Explanation explain(Map<String, String> words, Map<String, Object> read) {
    Map<String, String> values = new TreeMap<>(words);
    read.forEach((name, value) -> values.putIfAbsent(name, text(value)));
    List<Candidate> candidates = new ArrayList<>();
    winner.ifPresent(chosen -> candidates.add(candidate(chosen, CHOSEN, "", Optional.empty())));
    all.stream()
        .filter(candidacy -> !isWinner(candidacy))
        .sorted(BY_NAME)
        .limit(MOST_CANDIDATES - candidates.size())
        .map(this::lost)
        .forEach(candidates::add);
    return bounded(values, candidates);
  }

  private boolean isWinner(Candidacy candidacy) {
    return winner.filter(chosen -> Candidacy.ORDER.compare(chosen, candidacy) == 0).isPresent();
  }

  private Explanation bounded(Map<String, String> values, List<Candidate> candidates) {
    Map<String, String> few = new TreeMap<>();
    values.entrySet().stream()
        .limit(MOST_VALUES)
        .forEach(entry -> few.put(entry.getKey(), cut(entry.getValue())));
    List<Candidate> listed = new ArrayList<>(candidates);
    Explanation explanation = explanation(few, listed);
    boolean large = (few.size() + listed.size()) * ROUGHLY > MOST_BYTES;
    while (large && ExplanationJson.encode(explanation).length > MOST_BYTES) {
      if (listed.size() > 1) {
        listed.remove(listed.size() - 1);
      } else {
        few.keySet().remove(few.keySet().iterator().next());
      }
      explanation = explanation(few, listed);
    }
    return explanation;
  }

  private Explanation explanation(Map<String, String> values, List<Candidate> listed) {
    return new Explanation(values, listed, all.size() - listed.size());
  }

  private Candidate lost(Candidacy loser) {
    Optional<Exclusion> excluded = loser.exclusions().stream().findFirst();
    String rule = loser.way().option().moment().rule();
    if (excluded.isPresent()) {
      String detail = excluded.get().detail();
      return candidate(
          loser,
          excluded.get().check().reason(),
          detail.isEmpty() ? rule : detail,
          flip(loser, excluded.get()));
    }
    if (!loser.isWorthIt()) {
      return candidate(loser, OUTSCORED, NOTHING, outscoring(loser));
    }
    return loser.tier() > tier()
        ? candidate(loser, LOWER_TIER, rule, Optional.empty())
        : candidate(loser, OUTSCORED, rule, outscoring(loser));
  }

  private int tier() {
    return winner.map(Candidacy::tier).orElse(Integer.MAX_VALUE);
  }

  /** What alone keeps it back, so that it would win without: over those too that go with it. */
  private Optional<Flip> flip(Candidacy loser, Exclusion excluded) {
    boolean better = winner.isEmpty() || isBetter(loser, winner.get());
    return Optional.of(excluded)
        .filter(it -> isAlone(loser) && better)
        .flatMap(it -> it.flip().get())
        .filter(
            flip -> all.stream().noneMatch(it -> isBetter(it, loser) && isFreed(it, loser, flip)));
  }

  private static boolean isAlone(Candidacy loser) {
    return loser.exclusions().size() == 1 && loser.isWorthIt();
  }

  private static boolean isBetter(Candidacy one, Candidacy other) {
    return Candidacy.ORDER.compare(one, other) < 0;
  }

  /**
   * Whether the same change lets another one pass; another action expires by a number of its own.
   */
  private static boolean isFreed(Candidacy other, Candidacy loser, Flip change) {
    boolean shared = !change.what().equals(EXPIRES) || isSameAction(other, loser);
    return shared
        && other.isWorthIt()
        && other.near().stream()
            .flatMap(alone -> alone.flip().get().stream())
            .anyMatch(needed -> isReached(needed, change));
  }

  /** Whether one number reaches another on its way. */
  private static boolean isReached(Flip other, Flip change) {
    double needed = other.to() - other.from();
    double changed = change.to() - change.from();
    return other.what().equals(change.what())
        && needed * changed > 0
        && Math.abs(needed) <= Math.abs(changed);
  }

  private static boolean isSameAction(Candidacy one, Candidacy other) {
    return one.way().action().name().equals(other.way().action().name());
  }

  /** What its score lacks; no score lifts it into another tier. */
  private Optional<Flip> outscoring(Candidacy loser) {
    if (loser.tier() > tier()) {
      return Optional.empty();
    }
    double bound =
        winner.filter(it -> it.tier() == loser.tier()).map(it -> it.score().total()).orElse(0.0);
    // The weight is the action's: it lifts what is better of the same action even more.
    return loser
        .worth()
        .above(bound)
        .filter(
            flip ->
                !flip.what().equals(WEIGHT)
                    || all.stream()
                        .filter(it -> it.isEligible() && isSameAction(it, loser))
                        .noneMatch(it -> isBetter(it, loser)));
  }

  private static Candidate candidate(
      Candidacy candidacy, String reason, String detail, Optional<Flip> flip) {
    Way way = candidacy.way();
    return new Candidate(
        way.action().name(),
        way.option().moment().id(),
        way.action().channels().size() > 1 ? way.channel() : "",
        candidacy.score(),
        reason,
        cut(detail),
        flip);
  }

  /** Numbers without a fraction read as whole ones, others to six digits behind the point. */
  static String text(Object value) {
    if (value instanceof Double number) {
      double fine = Math.rint(number * 1e6) / 1e6;
      return BigDecimal.valueOf(fine).stripTrailingZeros().toPlainString();
    }
    if (value instanceof Duration length) {
      return BigDecimal.valueOf(length.toMillis(), 3).stripTrailingZeros().toPlainString() + "s";
    }
    return value.toString();
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MOST_CHARS) - 1))
            + "…";
  }
}
