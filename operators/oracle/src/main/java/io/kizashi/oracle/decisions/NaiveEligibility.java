package io.kizashi.oracle.decisions;

import io.kizashi.schema.Pause;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which actions may be chosen, looked at in the order in which the engine names its reasons. */
final class NaiveEligibility {
  private final PolicyRulebook rulebook;
  private final List<Touchpoint> known;
  private final PolicyModel policies;

  /** By what is known of the customer, in order. */
  NaiveEligibility(PolicyRulebook rulebook, List<Touchpoint> known) {
    this.rulebook = rulebook;
    this.known = known;
    this.policies = new PolicyModel(rulebook, known);
  }

  /** What an action is worth at a place; empty where something that it hangs on is missing. */
  Optional<Double> score(TakenAction way, Position at) {
    return way.action().worth().score(about(way.moment(), at));
  }

  private NaiveFacts about(Touchpoint moment, Position at) {
    return new NaiveFacts(known, at, Optional.of(moment));
  }

  /**
   * Why something may not be done at a place; empty where it may.
   *
   * @param standing what was issued or waits, for the caps
   * @param decided those too that were not sent in the end, for what outcomes are about
   */
  Optional<String> forbidden(
      TakenAction way, Position at, List<TakenAction> standing, List<TakenAction> decided) {
    return forbidden(way, at, standing, decided, hold -> !hold);
  }

  /** The same of something that is to leave: what kept it waiting must have ended in time. */
  Optional<String> leaving(
      TakenAction way, Position at, List<TakenAction> standing, List<TakenAction> decided) {
    return forbidden(way, at, standing, decided, hold -> true)
        .or(() -> at.time() >= way.expiresAt() ? Optional.of("expired") : Optional.empty());
  }

  private Optional<String> forbidden(
      TakenAction way,
      Position at,
      List<TakenAction> standing,
      List<TakenAction> decided,
      Predicate<Boolean> hold) {
    RandomAction action = way.action();
    if (!rulebook.reaches(action)) {
      return Optional.of("not_in_rollout");
    }
    if (!action.staff() && RandomList.holdCustomer(rulebook.policies().excluded())) {
      return Optional.of("excluded");
    }
    if (!isActive(action, at.time()) || !isActive(action, way.sendAt())) {
      return Optional.of("not_active");
    }
    boolean holds = action.when().map(when -> when.holds(about(way.moment(), at))).orElse(true);
    if (!holds || score(way, at).isEmpty()) {
      return Optional.of("not_eligible");
    }
    if (policies.lacksConsent(action, way.channel(), at, decided)) {
      return Optional.of("no_consent");
    }
    if (policies.isGuarded(action.kind(), at, hold)) {
      return Optional.of("upset");
    }
    if (policies.isRefused(action, at, decided, hold)) {
      return Optional.of("declined_before");
    }
    if (rulebook.policies().pauses().stream().anyMatch(pause -> covers(pause, way))) {
      return Optional.of("paused");
    }
    boolean open = !hold.test(true) && waits(way, at, decided);
    if (!open && policies.limit(way, at, standing).isPresent()) {
      return Optional.of("capped");
    }
    return policies.isQuiet(action, way.channel(), way.sendAt(), at)
        ? Optional.of("quiet_hours")
        : Optional.empty();
  }

  /** Whether it is due and has to wait: when it is sent is open. */
  boolean waits(TakenAction way, Position at, List<TakenAction> decided) {
    return way.sendAt() == at.time() && policies.waits(way.action(), at, decided);
  }

  /** When something that waits is asked for again: at a touchpoint, or at a full five minutes. */
  long asked(long after) {
    long minutes = 5 * 60_000L;
    long full = after - Math.floorMod(after, minutes) + minutes;
    return known.stream()
        .map(Touchpoint::time)
        .filter(time -> time > after && time < full)
        .findFirst()
        .orElse(full);
  }

  private boolean isActive(RandomAction action, long time) {
    return action.active().hold(time, rulebook.zone());
  }

  private static boolean covers(Pause.Target pause, TakenAction way) {
    return (pause.kind().isEmpty() || pause.kind().equals(way.action().kind().wire()))
        && (pause.channel().isEmpty() || pause.channel().equals(way.channel()));
  }

  /** Whether a word is missing that the content needs. */
  Optional<String> wordless(TakenAction way, Position at) {
    return words(way, at).isPresent() ? Optional.empty() : Optional.of("content_incomplete");
  }

  /** What is said; empty where a word is missing. */
  Optional<String> words(TakenAction way, Position at) {
    RandomAction action = way.action();
    return action
        .text()
        .said(action.name(), way.channel(), about(way.moment(), at), rulebook.zone());
  }
}
