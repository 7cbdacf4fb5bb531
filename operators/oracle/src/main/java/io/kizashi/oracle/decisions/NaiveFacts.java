package io.kizashi.oracle.decisions;

import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.time.DateTimeException;
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
    return known.stream().filter(t -> !t.position().isAfter(at)).toList();
  }

  /** The newest of a type up to the place. */
  Optional<Touchpoint> newest(String... types) {
    return seen().stream().filter(t -> List.of(types).contains(t.type())).reduce((a, b) -> b);
  }

  /** The newest value that a profile update stated. */
  Optional<Object> customer(String name) {
    return seen().stream()
        .filter(t -> t.type().equals("profile_updated") && t.properties().containsKey(name))
        .reduce((a, b) -> b)
        .flatMap(t -> Optional.ofNullable(t.properties().get(name)));
  }

  /** The customer's time zone, if there is such a one, else the rulebook's. */
  ZoneId zone(ZoneId otherwise) {
    return customer("timezone").flatMap(NaiveFacts::zone).orElse(otherwise);
  }

  private static Optional<ZoneId> zone(Object name) {
    try {
      return name instanceof String text ? Optional.of(ZoneId.of(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The same, asked elsewhere. */
  NaiveFacts at(Position place) {
    return new NaiveFacts(known, place, moment);
  }
}
