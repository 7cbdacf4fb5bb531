package io.kizashi.schema.state;

import io.kizashi.schema.Position;
import io.kizashi.schema.RandomNouns;
import io.kizashi.schema.Recommendation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Random states, and what of a state can be compared. */
final class RandomStates {
  private RandomStates() {}

  static CustomerState state(RandomNouns nouns) {
    CustomerState state = CustomerState.EMPTY;
    if (nouns.below(4) > 0) {
      state = state.withClock(new Clock(nouns.time(), nouns.below(2) == 0 ? Clock.NEVER : 7));
    }
    Seen seen = Seen.NONE;
    History history = History.EMPTY;
    Profile profile = Profile.EMPTY;
    for (int i = nouns.below(40); i > 0; i--) {
      var touchpoint = nouns.touchpoint();
      seen = seen.with(touchpoint.id()).orElse(seen);
      history = history.with(touchpoint);
      profile = profile.with(touchpoint, Set.of());
    }
    if (nouns.below(3) == 0) {
      history = history.without(it -> nouns.below(3) == 0, nouns.position());
    }
    return state
        .withSeen(seen)
        .withHistory(history)
        .withProfile(profile)
        .withMoments(moments(nouns))
        .withDecisions(decisions(nouns))
        .withBlocked(blocked(nouns))
        .withProjections(projections(nouns))
        .withSaid(said(nouns));
  }

  /** Everything that can be asked of a state, in one comparable value. */
  static List<Object> content(CustomerState state) {
    History history = state.history();
    return List.of(
        state.clock(),
        history.touchpoints(),
        history.count(),
        history.oldest(),
        history.floor(),
        history.evicted(),
        state.moments(),
        state.decisions(),
        state.profile(),
        state.blocked(),
        state.projections(),
        state.said(),
        history.touchpoints().stream().map(it -> state.seen().contains(it.id())).toList());
  }

  private static List<DetectedMoment> moments(RandomNouns nouns) {
    List<DetectedMoment> moments = new ArrayList<>();
    for (int i = nouns.below(4); i > 0; i--) {
      moments.add(new DetectedMoment(nouns.moment(), nouns.position(), nouns.position()));
    }
    return moments;
  }

  private static List<Decision> decisions(RandomNouns nouns) {
    List<Decision> decisions = new ArrayList<>();
    for (int i = nouns.below(4); i > 0; i--) {
      decisions.add(decision(nouns));
    }
    return decisions;
  }

  private static Said said(RandomNouns nouns) {
    Said said = Said.NOTHING;
    for (int i = nouns.below(4); i > 0; i--) {
      said = said.then(nouns.moment()).then(nouns.recommendation());
    }
    return said;
  }

  private static Map<String, Position> blocked(RandomNouns nouns) {
    Map<String, Position> blocked = new LinkedHashMap<>();
    for (int i = nouns.below(4); i > 0; i--) {
      blocked.put(nouns.name(), nouns.position());
    }
    return blocked;
  }

  private static Map<String, Projection> projections(RandomNouns nouns) {
    Map<String, Projection> projections = new LinkedHashMap<>();
    for (int i = nouns.below(3); i > 0; i--) {
      List<Projection.Row> rows = new ArrayList<>();
      for (int j = nouns.below(5); j > 0; j--) {
        Object value = List.of("tea", 2.5, true).get(nouns.below(3));
        rows.add(new Projection.Row(nouns.position(), value, nouns.below(9) / 2.0));
      }
      projections.put(
          nouns.name(), new Projection("d-" + i, nouns.time(), nouns.below(2) == 0, rows));
    }
    return projections;
  }

  private static Decision decision(RandomNouns nouns) {
    Decision.Fate fate = nouns.oneOf(Decision.Fate.values());
    Recommendation chosen = nouns.recommendation();
    return new Decision(
        fate == Decision.Fate.HELD || fate == Decision.Fate.GUARDED
            ? chosen.with(nouns.reasoning())
            : chosen,
        fate,
        nouns.below(2) == 0);
  }
}
