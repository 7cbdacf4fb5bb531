package io.kizashi.core.arbitrate;

import io.kizashi.core.eligible.Route;
import io.kizashi.core.reason.Check;
import io.kizashi.core.reason.Exclusion;
import io.kizashi.core.reason.ExplanationLimits;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Explanation;
import io.kizashi.schema.Recommendation.Flip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts down why a decision is what it is, within bounds. */
final class Reasons {
  /** The detail of what is worth no more than doing nothing. */
  private static final String NOTHING = "nothing";

  private static final Comparator<WeighedOption> BY_NAME =
      Comparator.comparing((WeighedOption c) -> c.route().action().name())
          .thenComparing(c -> c.route().option().moment().detectedAt(), Comparator.reverseOrder())
          .thenComparing(c -> c.route().option().moment().id());

  private final Optional<WeighedOption> winner;
  private final List<WeighedOption> all;
  private final WhatIf whatIf;

  /**
   * Of one decision.
   *
   * @param winner what was chosen
   * @param whatIf finds what would have made another one win
   */
  Reasons(Optional<WeighedOption> winner, List<WeighedOption> all, WhatIf whatIf) {
    this.winner = winner;
    this.all = all;
    this.whatIf = whatIf;
  }

  Explanation explain(Map<String, String> words, Map<String, Object> read) {
    Map<String, String> values = new TreeMap<>(words);
    read.forEach((name, value) -> values.putIfAbsent(name, ExplanationLimits.value(value)));
    List<Candidate> candidates = new ArrayList<>();
    winner.ifPresent(
        chosen -> candidates.add(candidate(chosen, Check.CHOSEN, "", Optional.empty())));
    all.stream()
        .filter(weighed -> !isWinner(weighed))
        .sorted(BY_NAME)
        .limit(ExplanationLimits.CANDIDATES - candidates.size())
        .map(this::lost)
        .forEach(candidates::add);
    return ExplanationLimits.explanation(values, candidates, all.size());
  }

  private boolean isWinner(WeighedOption weighed) {
    return winner.filter(chosen -> WeighedOption.ORDER.compare(chosen, weighed) == 0).isPresent();
  }

  private Candidate lost(WeighedOption loser) {
    Optional<Exclusion> excluded = loser.exclusions().stream().findFirst();
    String rule = loser.route().option().moment().rule();
    if (excluded.isPresent()) {
      String detail = excluded.get().detail();
      return candidate(
          loser,
          excluded.get().check().reason(),
          detail.isEmpty() ? rule : detail,
          whatIf.passing(loser));
    }
    if (!loser.isWorthIt()) {
      return candidate(loser, Check.OUTSCORED.reason(), NOTHING, whatIf.outscoring(loser));
    }
    return winner.filter(it -> it.tier() < loser.tier()).isPresent()
        ? candidate(loser, Check.LOWER_TIER.reason(), rule, Optional.empty())
        : candidate(loser, Check.OUTSCORED.reason(), rule, whatIf.outscoring(loser));
  }

  private static Candidate candidate(
      WeighedOption weighed, String reason, String detail, Optional<Flip> flip) {
    Route route = weighed.route();
    return new Candidate(
        route.action().name(),
        route.option().moment().id(),
        route.action().channels().size() > 1 ? route.channel() : "",
        weighed.score(),
        reason,
        ExplanationLimits.text(detail),
        flip);
  }
}
