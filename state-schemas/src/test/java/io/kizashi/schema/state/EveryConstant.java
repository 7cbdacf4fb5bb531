package io.kizashi.schema.state;

import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Samples;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A state of version 1 in which every section is filled and every constant stands that one could
 * hold then. The constants are spelled out, not walked: its bytes must not grow with the enums.
 */
final class EveryConstant {
  private static final CustomerKey CUSTOMER = CustomerKey.customer("c-17");

  private EveryConstant() {}

  static CustomerState state() {
    return CustomerState.EMPTY
        .withClock(new Clock(Samples.TEN, Clock.NEVER))
        .withSeen(Seen.NONE.with("t-1").orElseThrow())
        .withHistory(history())
        .withMoments(moments())
        .withDecisions(decisions())
        .withProfile(profile())
        .withStarts(
            Map.of("starts", new Position(Samples.TEN, "t-1")),
            Map.of("busy", Position.after(Samples.TEN)),
            "hash")
        .withProjections(projections())
        .withFollowed("hash")
        .withShadow(Set.of("m-1", "d-1"));
  }

  private static History history() {
    Emotion plain = new Emotion(-0.5, 0.25, "anger", 0.75, "text");
    Emotion learned = new Emotion(0.5, 0, "joy", 1, "survey", 5_907_000);
    return History.EMPTY
        .with(touchpoint("t-1", Actor.CUSTOMER, Optional.empty()))
        .with(touchpoint("t-2", Actor.AGENT, Optional.of(plain)))
        .with(touchpoint("t-3", Actor.BOT, Optional.of(learned)))
        .with(touchpoint("t-4", Actor.STAFF, Optional.empty()))
        .with(touchpoint("t-5", Actor.SYSTEM, Optional.empty()));
  }

  private static Touchpoint touchpoint(String id, Actor actor, Optional<Emotion> emotion) {
    Touchpoint bare = Samples.bare(id, Samples.TEN);
    return new Touchpoint(
        id, bare.type(), bare.time(), CUSTOMER, actor, bare.setting(), emotion, "", scalars(), 0);
  }

  private static Map<String, Object> scalars() {
    Map<String, Object> scalars = new LinkedHashMap<>();
    scalars.put("false", false);
    scalars.put("true", true);
    scalars.put("number", 2.5);
    scalars.put("text", "tea");
    return scalars;
  }

  private static Profile profile() {
    return Profile.EMPTY.with(touchpoint("t-1", Actor.CUSTOMER, Optional.empty()), Set.of());
  }

  private static Map<String, Projection> projections() {
    Position at = new Position(Samples.TEN, "t-1");
    List<Projection.Row> rows =
        scalars().values().stream().map(value -> new Projection.Row(at, value, 1)).toList();
    return Map.of(
        "from_ever",
        new Projection("d1", Long.MIN_VALUE, false, rows),
        "truncated",
        new Projection("d2", Samples.TEN, true, rows));
  }

  private static List<DetectedMoment> moments() {
    return List.of(
        detected(Moment.Kind.DROP_OFF, Moment.Status.DETECTED),
        detected(Moment.Kind.MOMENT_OF_TRUTH, Moment.Status.RETRACTED));
  }

  private static DetectedMoment detected(Moment.Kind kind, Moment.Status status) {
    Moment moment =
        new Moment("m-1", status, "r", kind, "", CUSTOMER, 5, 0.5, List.of("t-1"), Samples.RULES);
    return new DetectedMoment(moment, new Position(4, "t-1"), Position.after(5));
  }

  private static List<Decision> decisions() {
    List<Decision> decisions = new ArrayList<>();
    for (boolean failed : List.of(false, true)) {
      decisions.add(decision(ActionKind.RECOVER, Decision.Fate.RETRACTED, failed));
      decisions.add(decision(ActionKind.SERVE, Decision.Fate.STANDING, failed));
      decisions.add(decision(ActionKind.RETAIN, Decision.Fate.HELD, failed));
      decisions.add(decision(ActionKind.INFORM, Decision.Fate.WITHDRAWN, failed));
      decisions.add(decision(ActionKind.ASK, Decision.Fate.STANDING, failed));
      decisions.add(decision(ActionKind.SELL, Decision.Fate.STANDING, failed));
    }
    return decisions;
  }

  private static Decision decision(ActionKind kind, Decision.Fate fate, boolean failed) {
    Recommendation sample = Samples.recommendation(CUSTOMER);
    Recommendation decided =
        new Recommendation(
            "d-1",
            sample.status(),
            CUSTOMER,
            new Recommendation.Plan(
                "a", kind, "customer", "line", 6, 7, Recommendation.Ownership.UNSAID),
            new Recommendation.MomentRef("m-1", "r", Moment.Kind.MOMENT_OF_TRUTH, 5),
            Optional.empty(),
            Samples.RULES,
            5,
            "t-1");
    Recommendation kept =
        switch (fate) {
          case HELD -> decided.with(reasoning());
          case STANDING, CORRECTING -> decided;
          case RETRACTED, WITHDRAWN -> decided.retracted();
        };
    return new Decision(kept, fate, failed);
  }

  /** Maps of one entry: the order of more is chance. */
  private static Recommendation.Reasoning reasoning() {
    Recommendation.Reasoning sample = Samples.recommendation(CUSTOMER).reasoning().orElseThrow();
    return new Recommendation.Reasoning(
        sample.language(),
        Optional.empty(),
        Map.of("text", "カート"),
        sample.score(),
        sample.briefing(),
        sample.explanation());
  }
}
