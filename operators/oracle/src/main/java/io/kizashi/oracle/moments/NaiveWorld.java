package io.kizashi.oracle.moments;

import io.kizashi.oracle.story.KnownCustomer;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an expression is asked, and about what.
 *
 * @param rulebook the rulebook
 * @param history all touchpoints, in order
 * @param felt what behaviour says of feelings, as touchpoints, in order
 * @param at the place: what lies behind it is not known there
 * @param event the touchpoint looked at, if any
 * @param captures the touchpoints captured before
 */
record NaiveWorld(
    RandomRulebook rulebook,
    List<Touchpoint> history,
    List<Touchpoint> felt,
    Position at,
    Optional<Touchpoint> event,
    List<Touchpoint> captures) {
  /** The touchpoints known at the place. */
  List<Touchpoint> seen() {
    return known().seen();
  }

  private KnownCustomer known() {
    return new KnownCustomer(history, at);
  }

  /** How the customer feels there. */
  NaiveFeeling feeling() {
    Stream<Touchpoint> known = felt.stream().filter(t -> !t.position().isAfter(at));
    return NaiveFeeling.of(NaiveFading.of(rulebook), Stream.concat(seen().stream(), known), now());
  }

  long now() {
    return at.time();
  }

  /** As signals and the journey see it: one touchpoint and nothing else. */
  NaiveWorld about(Touchpoint touchpoint) {
    return new NaiveWorld(
        rulebook, List.of(), List.of(), touchpoint.position(), Optional.of(touchpoint), List.of());
  }

  /** As segments see it: the customer, and no touchpoint in particular. */
  NaiveWorld without() {
    return new NaiveWorld(rulebook, history, felt, at, Optional.empty(), List.of());
  }

  /** The newest value that a profile update stated. */
  Optional<Object> customer(String name) {
    return known().stated(name);
  }

  /** The customer's time zone, if there is such a one, else the rulebook's. */
  ZoneId zone() {
    return known().zone(rulebook.zone());
  }

  /** The stage of the journey that a touchpoint belongs to. */
  String stage(Touchpoint touchpoint) {
    if (!touchpoint.setting().stage().isEmpty()) {
      return touchpoint.setting().stage();
    }
    return rulebook.journey().stream()
        .filter(entry -> entry.when().holds(about(touchpoint)))
        .map(RandomRulebook.Entry::stage)
        .findFirst()
        .orElse("");
  }
}
