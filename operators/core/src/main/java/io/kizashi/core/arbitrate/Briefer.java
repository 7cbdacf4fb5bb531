package io.kizashi.core.arbitrate;

import io.kizashi.core.content.Line;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.FactName;
import io.kizashi.core.known.Outcomes;
import io.kizashi.core.rules.Mode;
import io.kizashi.schema.Actor;
import io.kizashi.schema.Briefing;
import io.kizashi.schema.Briefing.Felt;
import io.kizashi.schema.Briefing.Said;
import io.kizashi.schema.Briefing.Touched;
import io.kizashi.schema.Briefing.Tried;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.ReservedTypes;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells staff what there is to know of a customer before they turn to them. */
final class Briefer {
  /** Graphemes of what a customer said: the beginning tells what it is about. */
  private static final int WORDS = 120;

  /** Graphemes of a name that a source gave: a channel, a type, an outcome. */
  private static final int NAME = 40;

  private static final String FAILED = "failed";

  /** Records of others' doing, not contacts. */
  private static final Set<String> RECORDS =
      Set.of(
          ReservedTypes.PROFILE_UPDATED,
          ReservedTypes.CONSENT_CHANGED,
          ReservedTypes.RECOMMENDATION_OUTCOME);

  private static final Comparator<Decision> NEWEST_FIRST =
      Comparator.comparing((Decision decision) -> Cause.of(decision.recommendation()))
          .reversed()
          .thenComparing(decision -> decision.recommendation().id());

  private final World world;

  Briefer(World world) {
    this.world = world;
  }

  /** What is known at a place. */
  Briefing brief(Position place) {
    List<Touchpoint> before = newestFirst(place);
    List<Touched> touched =
        before.stream()
            .filter(touchpoint -> !RECORDS.contains(touchpoint.type()))
            .limit(Briefing.MOST_TOUCHPOINTS)
            .map(it -> new Touched(it.time(), line(it.type(), NAME), channel(it)))
            .toList();
    return new Briefing(felt(place), said(before), tried(place, before), touched);
  }

  private List<Touchpoint> newestFirst(Position place) {
    List<Touchpoint> history = world.state().history().touchpoints();
    List<Touchpoint> before = new ArrayList<>(history.size());
    for (int i = history.size() - 1; i >= 0; i--) {
      if (!history.get(i).position().isAfter(place)) {
        before.add(history.get(i));
      }
    }
    return before;
  }

  /** Empty without confidence: valence and label would be read as a feeling that was never told. */
  private Optional<Felt> felt(Position place) {
    if (world.at(place).find(FactName.EMOTION.text()).orElse(Map.of()) instanceof Map<?, ?> emotion
        && number(emotion.get("confidence")) > 0) {
      String label = emotion.get("label") instanceof String said ? line(said, NAME) : "";
      double valence = number(emotion.get("valence"));
      return Optional.of(new Felt(valence, number(emotion.get("trend")), label));
    }
    return Optional.empty();
  }

  private static double number(@Nullable Object value) {
    return value instanceof Double number ? number : 0;
  }

  private static List<Said> said(List<Touchpoint> before) {
    return before.stream()
        .filter(touchpoint -> touchpoint.actor() == Actor.CUSTOMER)
        .filter(touchpoint -> !touchpoint.text().isEmpty())
        .map(it -> new Said(it.time(), channel(it), line(it.text(), WORDS)))
        .filter(said -> !said.text().isEmpty())
        .limit(Briefing.MOST_SAID)
        .toList();
  }

  private List<Tried> tried(Position place, List<Touchpoint> before) {
    CustomerState state = world.state();
    Map<String, String> outcomes = outcomes(before);
    return state.decisions().stream()
        .filter(decision -> Mode.of(state, decision.recommendation().id()) == Mode.IN_EARNEST)
        .filter(decision -> wasIssued(decision, place))
        .sorted(NEWEST_FIRST)
        .map(decision -> tried(decision, outcomes))
        .flatMap(Optional::stream)
        .limit(Briefing.MOST_TRIED)
        .toList();
  }

  private static boolean wasIssued(Decision decision, Position place) {
    Recommendation recommendation = decision.recommendation();
    return switch (decision.fate()) {
      case STANDING, CORRECTING, RETRACTED ->
          place.isAfter(Cause.of(recommendation).at())
              && recommendation.plan().sendAt() <= place.time();
      case HELD, GUARDED, WITHDRAWN -> false;
    };
  }

  /** What was taken back was tried only if an outcome shows that it had been done already. */
  private static Optional<Tried> tried(Decision decision, Map<String, String> outcomes) {
    Recommendation recommendation = decision.recommendation();
    String outcome = outcomes.getOrDefault(recommendation.id(), decision.failed() ? FAILED : "");
    return decision.standing() || !outcome.isEmpty()
        ? Optional.of(
            new Tried(
                recommendation.decidedAt(),
                recommendation.plan().action(),
                recommendation.plan().channel(),
                outcome))
        : Optional.empty();
  }

  /** The newest outcome by recommendation. */
  private static Map<String, String> outcomes(List<Touchpoint> newestFirst) {
    Map<String, String> outcomes = new HashMap<>();
    for (Touchpoint touchpoint : newestFirst) {
      Outcomes.of(touchpoint)
          .ifPresent(
              outcome ->
                  outcomes.putIfAbsent(Outcomes.recommendation(touchpoint), line(outcome, NAME)));
    }
    return outcomes;
  }

  private static String channel(Touchpoint touchpoint) {
    return line(touchpoint.setting().channel(), NAME);
  }

  private static String line(String raw, int most) {
    return Line.of(raw, most).map(line -> line.upTo(most)).orElse("");
  }
}
