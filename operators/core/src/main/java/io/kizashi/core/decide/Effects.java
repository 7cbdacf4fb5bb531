package io.kizashi.core.decide;

import io.kizashi.core.reason.Withheld;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a decider is about to emit. */
final class Effects {
  private final List<Moment> moments = new ArrayList<>();
  private final List<Recommendation> recommendations = new ArrayList<>();
  private final List<Moment> shadowMoments = new ArrayList<>();
  private final List<Recommendation> shadowRecommendations = new ArrayList<>();
  private final List<Withheld> withheld = new ArrayList<>();
  private long nextHeld = Clock.NEVER;

  void add(Moment moment, boolean shadow) {
    (shadow ? shadowMoments : moments).add(moment);
  }

  void add(Recommendation recommendation, boolean shadow) {
    (shadow ? shadowRecommendations : recommendations).add(recommendation);
  }

  /** Nothing was chosen on a cause, though something was asked for. */
  void withhold(Withheld what) {
    withheld.add(what);
  }

  /** Something waits to be sent at a time. */
  void hold(long sendAt) {
    nextHeld = Math.min(nextHeld, sendAt);
  }

  /** When the first of what has come to wait is to be sent, or {@link Clock#NEVER}. */
  long nextHeld() {
    return nextHeld;
  }

  /** What was sent is retracted; of what was held nobody knows yet, and why is noted. */
  void takeBack(Decision decision, Withheld why, Set<String> shadow) {
    Recommendation taken = decision.recommendation();
    boolean noted = shadow.contains(taken.id());
    if (!decision.held()) {
      add(taken.retracted(), noted);
    } else if (!noted) {
      withhold(why);
    }
  }

  boolean hasMoments() {
    return !moments.isEmpty() || !shadowMoments.isEmpty();
  }

  /** Ids of all moments that something is said of. */
  Set<String> momentIds() {
    Set<String> ids = new HashSet<>();
    moments.forEach(moment -> ids.add(moment.id()));
    shadowMoments.forEach(moment -> ids.add(moment.id()));
    return ids;
  }

  Outputs inEarnest() {
    return new Outputs(moments, recommendations);
  }

  Outputs inShadow() {
    return new Outputs(shadowMoments, shadowRecommendations);
  }

  List<Withheld> withheld() {
    return withheld;
  }
}
