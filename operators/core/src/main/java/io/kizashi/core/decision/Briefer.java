package io.kizashi.core.decision;

import io.kizashi.core.detection.World;
import io.kizashi.schema.Briefing;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells staff what they should know of a customer. */
final class Briefer {
  private final World world;

  Briefer(World world) {
    this.world = world;
  }

  Briefing brief(Position at) {
    List<Briefing.Touched> last =
        world.state().history().touchpoints().stream()
            .filter(touchpoint -> !touchpoint.position().isAfter(at))
            .sorted(Comparator.comparing(Touchpoint::position).reversed())
            .limit(Briefing.MOST_TOUCHPOINTS)
            .map(Briefer::touched)
            .toList();
    return new Briefing(Optional.empty(), List.of(), List.of(), last);
  }

  private static Briefing.Touched touched(Touchpoint touchpoint) {
    return new Briefing.Touched(
        touchpoint.time(), touchpoint.type(), touchpoint.setting().channel());
  }
}
