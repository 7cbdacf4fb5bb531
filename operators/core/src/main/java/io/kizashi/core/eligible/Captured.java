package io.kizashi.core.eligible;

import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Step;
import io.kizashi.schema.Moment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the touchpoints again that a moment's steps captured, as far as they are retained. */
public final class Captured {
  private final World world;
  private final Map<String, Bindings> known = new HashMap<>();

  public Captured(World world) {
    this.world = world;
  }

  /** By name; many actions may answer one moment. */
  public Bindings by(Moment moment) {
    Bindings found = known.get(moment.id());
    if (found == null) {
      found = find(moment);
      known.put(moment.id(), found);
    }
    return found;
  }

  private Bindings find(Moment moment) {
    List<Step> steps =
        world
            .rules()
            .moment(moment.rule())
            .map(MomentRule::pattern)
            .map(MomentRule.Pattern::steps)
            .orElse(List.of());
    Bindings captured = Bindings.none();
    int taken = 0;
    for (Step step : steps) {
      if (step instanceof Step.Event event && taken < moment.evidence().size()) {
        Optional<TouchpointView> found = world.touchpoint(moment.evidence().get(taken));
        if (found.isPresent()) {
          captured = captured.capture(event.as(), found.get());
        }
        taken += event.times();
      }
    }
    return captured;
  }
}
