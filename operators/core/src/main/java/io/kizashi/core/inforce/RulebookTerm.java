package io.kizashi.core.inforce;

import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Time;
import java.util.Map;
import java.util.Optional;

/**
 * A rulebook and the time that it judges.
 *
 * @param since from when on it is in force, exclusive; {@link Time#FROM_EVER} for the first
 * @param until until when, inclusive
 * @param spans by rule: the moments that it judges; a rule that goes on unchanged in the next
 *     rulebook is judged there, and is missing here
 */
public record RulebookTerm(Rules rules, long since, long until, Map<String, Span> spans) {
  /** Copies the spans. */
  public RulebookTerm {
    spans = Map.copyOf(spans);
  }

  /** What a rule judges here, if it judges anything. */
  public Optional<Span> span(MomentRule rule) {
    return Optional.ofNullable(spans.get(rule.name()));
  }

  /** The first digits of the rulebook's hash, as states keep it. */
  String mark() {
    return rules.ref().hash().substring(0, 16);
  }
}
