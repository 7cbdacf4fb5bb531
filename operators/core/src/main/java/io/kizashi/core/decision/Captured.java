package io.kizashi.core.decision;

import io.kizashi.core.detection.World;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.rulebook.MomentRule;
import io.kizashi.core.rulebook.Step;
import io.kizashi.schema.Moment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the touchpoints again that a moment's steps captured, as far as they are retained. */
final class Captured {
  private final World world;
  private final Map<String, Bindings> known = new HashMap<>();

  Captured(World world) {
    this.world = world;
  }

  /** By name; many actions may answer one moment. */
  Bindings by(Moment moment) {
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
