package io.kizashi.oracle.decisions;

import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the policies of a rulebook forbid, by what is known of the customer. */
final class PolicyModel {
  static final String OUTCOME = "recommendation_outcome";

  private final PolicyRulebook rulebook;
  private final List<Touchpoint> known;

  /** What it forbids where these touchpoints are known, in order. */
  PolicyModel(PolicyRulebook rulebook, List<Touchpoint> known) {
    this.rulebook = rulebook;
    this.known = known;
  }

  /** Where something is asked that is about no moment. */
  NaiveFacts at(Position place) {
    return new NaiveFacts(known, place, Optional.empty());
  }

  /** Whether an action advertises on a channel without the consent that it needs. */
  boolean lacksConsent(
      RandomAction action, String channel, Position at, List<TakenAction> decisions) {
    boolean needed = action.advertises() && rulebook.policies().consented().contains(channel);
    return needed
        && at(at).seen().stream()
            .flatMap(t -> NaiveConsent.said(t, channel(t, decisions)).stream())
            .filter(it -> it.isAbout(channel))
            .reduce((a, b) -> b)
            .filter(it -> it.until() > at.time())
            .isEmpty();
  }

  /** Where an outcome came about: what its source did not say, the decision tells. */
  static String channel(Touchpoint outcome, List<TakenAction> decisions) {
    String said = outcome.setting().channel();
    return said.isEmpty() ? meant(outcome, decisions).map(TakenAction::channel).orElse("") : said;
  }

  private static boolean isOutcome(Touchpoint t, String outcome) {
    return t.type().equals(OUTCOME) && text(t, "outcome").equals(Optional.of(outcome));
  }

  static Optional<String> text(Touchpoint t, String property) {
    return Optional.ofNullable(t.properties().get(property))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** Whether a guard keeps a kind back: while it holds, and for a while after it held last. */
  boolean isGuarded(ActionKind kind, Position at, Predicate<Boolean> hold) {
    return rulebook.policies().guards().stream()
        .filter(guard -> hold.test(guard.hold()))
        .filter(guard -> guard.kinds().contains(kind))
        .anyMatch(guard -> asked(guard, at).anyMatch(place -> guard.when().holds(at(place))));
  }

  /** What a guard asks changes by touchpoints, and in between by the time that passes. */
  private Stream<Position> asked(RandomPolicies.Guard guard, Position at) {
    long since = at.time() - guard.linger();
    Stream<Position> around =
        at(at).seen().stream()
            .filter(t -> t.time() > since)
            .flatMap(t -> Stream.of(Position.before(t.time()), t.position()));
    return guard.linger() == 0
        ? Stream.of(at)
        : Stream.concat(Stream.of(at, Position.after(since)), around);
  }

  /** Whether an outcome keeps an action back; what its source did not say, others may know. */
  boolean isRefused(
      RandomAction action, Position at, List<TakenAction> decisions, Predicate<Boolean> hold) {
    return rulebook.policies().refusals().stream()
        .filter(refusal -> hold.test(refusal.hold()))
        .filter(refusal -> refusal.kinds().contains(action.kind()))
        .anyMatch(
            refusal ->
                at(at).seen().stream()
                    .filter(t -> isOutcome(t, refusal.outcome()))
                    .filter(t -> t.time() > at.time() - refusal.span())
                    .anyMatch(t -> isSame(refusal.same(), t, action, decisions)));
  }

  /** Whether something has to wait for what keeps it back. */
  boolean waits(RandomAction action, Position at, List<TakenAction> decisions) {
    return isGuarded(action.kind(), at, hold -> hold)
        || isRefused(action, at, decisions, hold -> hold);
  }

  private static boolean isSame(
      String same, Touchpoint outcome, RandomAction action, List<TakenAction> decisions) {
    Optional<RandomAction> meant = meant(outcome, decisions).map(TakenAction::action);
    return switch (same) {
      case "action" ->
          text(outcome, "action")
              .or(() -> meant.map(RandomAction::name))
              .equals(Optional.of(action.name()));
      case "kind" ->
          text(outcome, "kind")
              .or(() -> meant.map(it -> it.kind().wire()))
              .equals(Optional.of(action.kind().wire()));
      default -> true;
    };
  }

  /** The decision that an outcome is about. */
  private static Optional<TakenAction> meant(Touchpoint outcome, List<TakenAction> decisions) {
    return decisions.stream()
        .filter(it -> text(outcome, "recommendation").equals(Optional.of(it.id())))
        .findFirst();
  }

  /** Whether something would reach a customer who is to be left alone. */
  boolean isQuiet(RandomAction action, String channel, long sendAt, Position at) {
    List<RandomQuietHours> all = rulebook.policies().quiet(channel);
    return !action.staff()
        && !all.isEmpty()
        && RandomQuietHours.cover(all, sendAt, at(at).zones(rulebook.zone()));
  }

  /** When quiet hours end that make something wait at a time. */
  Optional<Long> quietEnd(RandomAction action, String channel, long time, Position at) {
    List<ZoneId> zones = at(at).zones(rulebook.zone());
    List<RandomQuietHours> all = rulebook.policies().quiet(channel);
    List<RandomQuietHours> dropping = all.stream().filter(it -> !it.hold()).toList();
    boolean drops = !dropping.isEmpty() && RandomQuietHours.cover(dropping, time, zones);
    return isQuiet(action, channel, time, at) && !drops
        ? Optional.of(RandomQuietHours.end(all, time, zones))
        : Optional.empty();
  }

  /** The cap that holds too many of some decisions, one more included, if there is one. */
  Optional<RandomCap> limit(TakenAction more, Position at, List<TakenAction> decisions) {
    return rulebook.policies().limits().stream()
        .filter(limit -> counts(limit, more) && isFull(limit, more, at, decisions))
        .findFirst();
  }

  private boolean isFull(
      RandomCap limit, TakenAction more, Position at, List<TakenAction> decisions) {
    Stream<Long> others =
        decisions.stream()
            .filter(it -> !it.id().equals(more.id()) && counts(limit, it) && !hasFailed(it, at))
            .map(TakenAction::sendAt);
    List<Long> times = Stream.concat(others, Stream.of(more.sendAt())).toList();
    return limit.exceeds(times, more.sendAt(), at(at).zone(rulebook.zone()));
  }

  private static boolean counts(RandomCap limit, TakenAction decision) {
    return limit.counts(decision.action(), decision.channel());
  }

  /** Whether it was reported that a message did not get there. */
  boolean hasFailed(TakenAction decision, Position at) {
    return reported(decision, at, List.of("failed"));
  }

  /** Whether one of some outcomes of a message was reported. */
  boolean reported(TakenAction decision, Position at, List<String> outcomes) {
    return at(at).seen().stream()
        .filter(t -> outcomes.stream().anyMatch(outcome -> isOutcome(t, outcome)))
        .anyMatch(t -> text(t, "recommendation").equals(Optional.of(decision.id())));
  }
}
