package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.KnownCustomer;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Where something is asked.
 *
 * @param known all touchpoints that are known, in order
 * @param at the place: what lies behind it is not known there
 * @param moment the touchpoint that raised the moment to answer, if one is looked at
 */
record NaiveFacts(List<Touchpoint> known, Position at, Optional<Touchpoint> moment) {
  /** The touchpoints up to the place. */
  List<Touchpoint> seen() {
    return customer().seen();
  }

  private KnownCustomer customer() {
    return new KnownCustomer(known, at);
  }

  /** The newest of a type up to the place. */
  Optional<Touchpoint> newest(String... types) {
    return seen().stream().filter(t -> List.of(types).contains(t.type())).reduce((a, b) -> b);
  }

  /** The newest value that a profile update stated. */
  Optional<Object> customer(String name) {
    return customer().stated(name);
  }

  /** The customer's time zone, if there is such a one, else the rulebook's. */
  ZoneId zone(ZoneId otherwise) {
    return customer().zone(otherwise);
  }

  /** Where the customer may live. */
  List<ZoneId> zones(ZoneId otherwise) {
    return customer().zones(otherwise);
  }

  /** The same, asked elsewhere. */
  NaiveFacts at(Position place) {
    return new NaiveFacts(known, place, moment);
  }
}
