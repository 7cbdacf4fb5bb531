package io.kizashi.core.eligible;

import io.kizashi.core.detect.World;
import io.kizashi.core.time.Zones;
import io.kizashi.schema.Position;
import io.kizashi.schema.state.Profile;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By which clocks a customer has quiet hours: the customer's own, as far as it is known. Where the
 * profile names a zone that can't be read, the customer may have moved, and nobody knows where to:
 * then by the rulebook's clock, and by that of the newest zone that could be read.
 *
 * @param zones one or two; that of the rulebook first where it is not known
 * @param unread what the profile names, where it can't be read
 */
record RestZones(List<ZoneId> zones, Optional<Object> unread) {
  /**
   * Those at a place.
   *
   * @param zone what is taken for the customer's
   */
  static RestZones at(World world, Position at, ZoneId zone) {
    List<Object> named =
        world.state().profile().entries(Zones.PROPERTY, at).map(Profile.Entry::value).toList();
    if (named.isEmpty() || Zones.of(named.get(0)).isPresent()) {
      return new RestZones(List.of(zone), Optional.empty());
    }
    Stream<ZoneId> before = named.stream().flatMap(it -> Zones.of(it).stream()).limit(1);
    return new RestZones(
        Stream.concat(Stream.of(zone), before).distinct().toList(), Optional.of(named.get(0)));
  }
}
