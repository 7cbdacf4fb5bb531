package io.kizashi.oracle.moments;

import io.kizashi.oracle.story.StoryArrival;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes of cases in which everything arrives in order and no attempt hangs on another such in which
 * more is said of a customer, or happens to one, than is kept.
 */
final class Crowding {
  /** So that what is left out by number is looked at as such; no touchpoint leaves. */
  private static final int ALL = RandomRulebook.MOST - 1;

  private static final String TIER = "tier";

  /** What random rules read of a profile. */
  private static final List<String> READ = List.of(TIER, "l");

  /** What happens too often; no random rule looks at it. */
  private static final String MANY = "omega";

  private static final int MORE = 6;
  private static final long MINUTE = 60_000;
  private static final long DAY = 1_440 * MINUTE;

  private Crowding() {}

  /**
   * In the middle of the story a profile says of a property more often what it is than is kept, or
   * tells more names than are kept.
   */
  static MomentCase ofProfile(MomentCase story, int kind) {
    String name = READ.get(kind % READ.size());
    List<Map<String, Object>> said = new ArrayList<>();
    for (int i = 0; i < Bounds.PROFILE_VALUES + MORE; i++) {
      boolean odd = i % 2 == 1;
      Object value =
          name.equals(TIER) ? odd ? (Object) 3.0 : (Object) 1.0 : List.of(odd ? "x" : "y");
      said.add(kind % 3 == 0 ? Map.of("junk" + i, "x") : Map.of(name, value));
    }
    Expr when =
        new Operation(
            Operation.Operator.AT_LEAST, new KnownFacts.Customer(TIER), new Expr.Constant(2.0));
    return between(story, Profile.TYPE, said, List.of(event("alpha"), within("beta")), when);
  }

  /** In the middle of the story more moments are detected than are kept. */
  static MomentCase ofMoments(MomentCase story) {
    List<Map<String, Object>> said = Collections.nCopies(Bounds.MOMENTS + MORE, Map.of());
    return between(story, MANY, said, List.of(event(MANY)), Expr.Constant.TRUE);
  }

  private static RandomStep event(String type) {
    return new RandomStep.Event(type, Expr.Constant.TRUE, false, Optional.empty(), 1);
  }

  private static RandomStep within(String type) {
    return new RandomStep.Event(type, Expr.Constant.TRUE, false, Optional.of(DAY), 1);
  }

  /**
   * Adds touchpoints, each a millisecond after the other and all between two of the story, and a
   * rule that looks at what is forgotten.
   */
  private static MomentCase between(
      MomentCase story,
      String type,
      List<Map<String, Object>> said,
      List<RandomStep> steps,
      Expr when) {
    List<StoryArrival> arrivals = new ArrayList<>(story.arrivals());
    if (arrivals.isEmpty()) {
      return story;
    }
    int middle = arrivals.size() / 2;
    Touchpoint last = arrivals.get(middle).touchpoint();
    for (int i = 0; i < said.size(); i++) {
      Touchpoint more =
          new Touchpoint(
              "more" + i,
              type,
              last.time() + 1 + i,
              last.cameUnder(),
              last.actor(),
              last.setting(),
              Optional.empty(),
              "",
              said.get(i),
              last.time() + 1 + i);
      arrivals.add(middle + 1 + i, StoryArrival.once(more, 0));
    }
    RandomRulebook rulebook = story.rulebook();
    RandomRule rule =
        new RandomRule(
            steps,
            false,
            Optional.empty(),
            when,
            Optional.empty(),
            Optional.empty(),
            MINUTE,
            "",
            Optional.empty());
    List<RandomRule> rules =
        Stream.concat(Stream.of(rule), rulebook.rules().stream()).distinct().toList();
    return new MomentCase(rulebook.with(rulebook.retention(), ALL, rules), arrivals);
  }
}
