package io.kizashi.core.decision;

import io.kizashi.core.detection.World;
import io.kizashi.schema.Briefing;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
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
            .map(Briefer::touched)
            .toList();
    int from = Math.max(0, last.size() - Briefing.MOST_TOUCHPOINTS);
    return new Briefing(Optional.empty(), List.of(), List.of(), last.subList(from, last.size()));
  }

  private static Briefing.Touched touched(Touchpoint touchpoint) {
    return new Briefing.Touched(
        touchpoint.time(), touchpoint.type(), touchpoint.setting().channel());
  }
}
