package io.kizashi.core.detect;

import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Sessions;
import io.kizashi.schema.Actor;
import io.kizashi.schema.Position;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import java.util.LinkedHashMap;
import java.util.Map;

/** What runs of rules say of the customer's feelings: each as if a touchpoint had said so. */
public final class Feelings {
  private static final String TYPE = "felt";

  private Feelings() {}

  /**
   * One run.
   *
   * @param rule the rule's name
   * @param matter what it is about
   * @param last the place of the touchpoint that came last
   * @param end the place of its end
   */
  public record Run(String rule, Object matter, Position last, Position end) {}

  /** The runs in a customer's world, with what they say. */
  public static Map<Run, Touchpoint> in(World world) {
    Map<Run, Touchpoint> runs = new LinkedHashMap<>();
    Detector detector = new Detector(world);
    for (MomentRule rule : world.rules().feeling()) {
      for (Match match : detector.matches(rule, Time.FROM_EVER)) {
        if (rule.when().test(match.captured().at(world.at(match.end())), world.misses())) {
          Position last = match.last().touchpoint().position();
          runs.put(new Run(rule.name(), match.matter(), last, match.end()), said(rule, match));
        }
      }
    }
    return runs;
  }

  private static Touchpoint said(MomentRule rule, Match match) {
    Touchpoint last = match.last().touchpoint();
    return new Touchpoint(
        match.end().id(),
        TYPE,
        match.end().time(),
        last.cameUnder(),
        Actor.CUSTOMER,
        Setting.NONE,
        rule.feels(),
        "",
        Map.of(),
        Sessions.NEVER);
  }
}
