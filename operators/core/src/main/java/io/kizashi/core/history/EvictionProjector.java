package io.kizashi.core.history;

import io.kizashi.core.detect.Feelings;
import io.kizashi.core.detect.Feelings.Run;
import io.kizashi.core.detect.Guards;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.known.Refusals;
import io.kizashi.core.known.Region;
import io.kizashi.core.known.Responses;
import io.kizashi.core.rules.Guard;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.signal.Ledger;
import io.kizashi.core.signal.Mood;
import io.kizashi.core.signal.Signal;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Projection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps of the touchpoints that leave a history what signals, guards, feelings and decisions need
 * of them: as much as a place can ask for that is still there.
 *
 * <p>Keeps true that a question at a place which may still be asked is answered as before the
 * eviction; where rows had to be cut, the signal says that it is incomplete.
 *
 * <p>Costs O(s · g) for s signals and g touchpoints that leave, and looks for all runs of rules
 * that tell of feelings twice, with what leaves and without: what is found only with it is kept as
 * rows.
 */
final class EvictionProjector {
  private final World world;
  private final Rules rules;
  private final List<Touchpoint> gone;
  private final long asked;

  /**
   * What leaves.
   *
   * @param world of all that was there
   * @param asked time before which no place is asked for any more, milliseconds
   */
  EvictionProjector(World world, Set<Position> gone, long asked) {
    this.world = world;
    this.rules = world.rules();
    this.gone =
        world.state().history().touchpoints().stream()
            .filter(touchpoint -> gone.contains(touchpoint.position()))
            .toList();
    this.asked = asked;
  }

  /** The state without what leaves, with what is kept of it. */
  CustomerState projectOn(CustomerState left) {
    Map<String, Projection> projections = new HashMap<>();
    for (Signal signal : rules.vocabulary().signals().values()) {
      projections.put(signal.name(), projected(signal, gone));
    }
    new Guards(world).keep(gone, asked, projections);
    new Refusals(world).keep(gone, asked, projections);
    Responses.keep(world, gone, asked, projections);
    Region.keep(world, gone, asked, projections);
    List<Touchpoint> saying = saying(left.withProjections(projections));
    for (Signal signal : rules.vocabulary().emotion().values()) {
      projections.put(signal.name(), projected(signal, saying));
    }
    Projection epochs = projected(Mood.EPOCH, gone);
    if (!epochs.rows().isEmpty()) { // where nothing is learned it costs no byte
      projections.put(Mood.EPOCH.name(), epochs);
    }
    return left.withProjections(projections);
  }

  /** What leaves and says something of feelings: with the runs that can't be found any more. */
  private List<Touchpoint> saying(CustomerState left) {
    if (rules.feeling().isEmpty()) {
      return gone;
    }
    Map<Run, Touchpoint> lost = Feelings.in(world);
    Feelings.in(world.after(left, new Misses())).keySet().forEach(lost::remove);
    List<Touchpoint> all = new ArrayList<>(gone);
    all.addAll(lost.values());
    all.sort(Comparator.comparing(Touchpoint::position));
    return all;
  }

  private Projection projected(Signal signal, List<Touchpoint> leaving) {
    CustomerState before = world.state();
    List<TouchpointView> views = leaving.stream().map(rules.vocabulary()::view).toList();
    Optional<Projection> known = Optional.ofNullable(before.projections().get(signal.name()));
    return Ledger.open(signal, known, before.history().floor(), views, new Misses())
        .close(Times.minus(asked, longestLinger()));
  }

  /** A guard asks what held when its time began, before the place that asks for it. */
  private long longestLinger() {
    return rules.guards().stream().mapToLong(Guard::linger).max().orElse(0);
  }
}
