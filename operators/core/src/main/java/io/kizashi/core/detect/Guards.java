package io.kizashi.core.detect;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Facts;
import io.kizashi.core.rules.Guard;
import io.kizashi.core.time.Times;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Projection;
import io.kizashi.schema.state.Projection.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells what a customer is to be spared at a place. What a guard asks changes by touchpoints, and
 * between them by the time that passes: so one that lingers is asked right before and right after
 * each touchpoint. One that goes by a moment holds from that moment on, for its time.
 */
public final class Guards {
  private static final String PREFIX = "guard/";

  private final World world;
  private final RecentMoments events;

  /** The guards of a customer's world. */
  public Guards(World world) {
    this.world = world;
    this.events = new RecentMoments(world);
  }

  /**
   * The guards that keep actions of a kind back at a place, in the order of the rulebook.
   *
   * @param here what is known there, or supposed to be
   */
  public Stream<Guard> against(ActionKind kind, Position at, Facts here) {
    return world.rules().guards().stream()
        .filter(guard -> guard.suppressed().contains(kind))
        .filter(guard -> isMet(guard, here) || lingers(guard, at) || follows(guard, at));
  }

  private boolean follows(Guard guard, Position at) {
    return guard.after().filter(rule -> events.within(rule, guard.linger(), at)).isPresent();
  }

  private boolean lingers(Guard guard, Position at) {
    if (!guard.lingers()) {
      return false;
    }
    long since = Times.minus(at.time(), guard.linger());
    Stream<Position> kept = known(guard).map(Row::at);
    Stream<Touchpoint> recent =
        world.state().history().touchpoints().stream()
            .filter(touchpoint -> touchpoint.time() > since && !touchpoint.position().isAfter(at));
    return isMet(guard, world.at(Position.after(since)))
        || kept.anyMatch(place -> place.time() > since && !place.isAfter(at))
        || met(guard, recent).findAny().isPresent();
  }

  private boolean isMet(Guard guard, Facts facts) {
    return guard.when().test(Bindings.none().at(facts), world.misses());
  }

  /** The places around some touchpoints at which it holds. */
  private Stream<Position> met(Guard guard, Stream<Touchpoint> touchpoints) {
    return touchpoints
        .flatMap(t -> Stream.of(Position.before(t.time()), t.position()))
        .filter(place -> isMet(guard, world.at(place)));
  }

  private Stream<Row> known(Guard guard) {
    return world.state().kept(PREFIX + guard.definition());
  }

  /**
   * What guards that linger must know of touchpoints that leave the history.
   *
   * @param asked time before which no place is asked for any more, milliseconds
   */
  public void keep(List<Touchpoint> leaving, long asked, Map<String, Projection> projections) {
    for (Guard guard : world.rules().guards()) {
      if (guard.lingers()) {
        projections.put(PREFIX + guard.definition(), kept(guard, leaving, asked));
      }
    }
  }

  private Projection kept(Guard guard, List<Touchpoint> leaving, long asked) {
    long since = Times.minus(asked, guard.linger());
    Stream<Row> fresh = met(guard, leaving.stream()).map(place -> new Row(place, true, 1));
    return Projection.newest(guard.definition(), since, Stream.concat(known(guard), fresh));
  }
}
