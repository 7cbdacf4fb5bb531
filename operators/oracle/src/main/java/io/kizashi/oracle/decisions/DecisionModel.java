package io.kizashi.oracle.decisions;

import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is decided where everything is judged in order, written down as plainly as can be, for
 * anyone to check. It shares nothing with the engine but the nouns, and looks at everything again
 * for every question.
 */
final class DecisionModel {
  private final PolicyRulebook rulebook;
  private final List<Touchpoint> known;
  private final PolicyModel policies;
  private final NaiveEligibility eligibility;

  /** What was issued or waits. */
  private final List<TakenAction> standing = new ArrayList<>();

  /** Those too that were not sent in the end. */
  private final List<TakenAction> decided = new ArrayList<>();

  private final List<TakenAction> held = new ArrayList<>();
  private final List<Touchpoint> open = new ArrayList<>();
  private final List<DecisionTrace> traces = new ArrayList<>();

  private DecisionModel(PolicyRulebook rulebook, List<Touchpoint> known) {
    this.rulebook = rulebook;
    this.known = known;
    this.policies = new PolicyModel(rulebook, known);
    this.eligibility = new NaiveEligibility(rulebook, known);
  }

  /** Everything that is decided, in order. */
  static List<DecisionTrace> decisions(PolicyStory story) {
    DecisionModel model = new DecisionModel(story.rulebook(), story.known());
    for (Touchpoint touchpoint : model.known) {
      model.release(touchpoint.time() - 1);
      if (story.rulebook().rule(touchpoint).isPresent()) {
        model.open.add(touchpoint);
        model.decide(touchpoint);
      }
    }
    model.release(Long.MAX_VALUE);
    return model.traces.stream().sorted().toList();
  }

  /** Sends what waited up to a time, if it still may be sent. */
  private void release(long until) {
    held.sort(Comparator.comparingLong(TakenAction::sendAt));
    while (!held.isEmpty() && held.get(0).sendAt() <= until) {
      TakenAction next = held.remove(0);
      Position then = Position.after(next.sendAt());
      Optional<String> forbidden = eligibility.forbidden(next, then, standing, decided);
      traces.add(DecisionTrace.released(next.cause().time(), next.trigger(), forbidden.orElse("")));
      if (forbidden.isPresent()) {
        standing.remove(next);
        open.add(next.moment());
      }
    }
  }

  private void decide(Touchpoint cause) {
    open.removeIf(moment -> moment.time() + openFor(moment) <= cause.time());
    List<Choice> choices = new ArrayList<>();
    for (Touchpoint moment : open) {
      for (RandomAction action : rulebook.actions()) {
        if (action.answers().contains(moment.type())) {
          choices.add(choice(action, moment, cause));
        }
      }
    }
    choices.sort(this::compare);
    Optional<Choice> chosen = choices.stream().findFirst().filter(Choice::wins);
    chosen.ifPresent(
        best -> {
          standing.add(best.way());
          decided.add(best.way());
          open.remove(best.way().moment());
          if (best.way().sendAt() > cause.time()) {
            held.add(best.way());
          }
        });
    List<String> losers =
        choices.stream()
            .filter(it -> !chosen.equals(Optional.of(it)))
            .map(it -> lost(it, chosen))
            .toList();
    String what =
        chosen
            .map(
                it ->
                    DecisionTrace.plan(
                        it.way().plan(assignee(it.way())),
                        PolicyRulebook.moment(it.way().moment()),
                        it.score(),
                        eligibility.words(it.way(), cause.position()).orElse("")))
            .orElse(DecisionTrace.NOTHING);
    traces.add(DecisionTrace.decided(cause.time(), cause.id(), what, losers));
  }

  /** Whose a task is; nobody's where it is none, or the rulebook does not say. */
  private String assignee(TakenAction way) {
    NaiveFacts world = policies.at(way.cause());
    return rulebook
        .owners()
        .filter(it -> way.action().staff())
        .map(it -> it.assignee(way.moment(), world, way.sendAt(), rulebook.zone()))
        .orElse("");
  }

  private long openFor(Touchpoint moment) {
    return rulebook.rule(moment).orElseThrow().openFor();
  }

  /** An action for a moment, on its best channel, or on the one that came furthest. */
  private record Choice(TakenAction way, Optional<String> forbidden, double score) {
    boolean wins() {
      return forbidden.isEmpty() && score > 0;
    }
  }

  private String lost(Choice loser, Optional<Choice> chosen) {
    boolean lower = loser.wins() && chosen.filter(best -> tier(best) < tier(loser)).isPresent();
    String reason = loser.forbidden().orElse(lower ? "lower_tier" : "outscored");
    return DecisionTrace.lost(
        loser.way().action().name(), PolicyRulebook.moment(loser.way().moment()), reason);
  }

  private int tier(Choice choice) {
    return rulebook.policies().tier(choice.way().action().kind());
  }

  /** The best first. */
  private int compare(Choice a, Choice b) {
    return Comparator.comparing((Choice choice) -> !choice.wins())
        .thenComparing(this::tier)
        .thenComparing(choice -> -choice.score())
        .thenComparing(choice -> choice.way().action().name())
        .thenComparing(choice -> -choice.way().moment().time())
        .thenComparing(choice -> PolicyRulebook.moment(choice.way().moment()))
        .compare(a, b);
  }

  private Choice choice(RandomAction action, Touchpoint moment, Touchpoint cause) {
    Position at = cause.position();
    List<Choice> ways =
        action.channels().stream()
            .map(channel -> way(action, moment, channel, cause))
            .map(
                way ->
                    new Choice(
                        way,
                        eligibility
                            .forbidden(way, at, standing, decided)
                            .or(() -> eligibility.wordless(way, at)),
                        0))
            .toList();
    Choice best =
        ways.stream()
            .filter(way -> way.forbidden().isEmpty())
            .min(
                Comparator.comparing((Choice it) -> it.way().sendAt())
                    .thenComparing(it -> !isPreferred(it.way().channel(), at))
                    .thenComparing(it -> -response(it.way().channel(), at)))
            .orElseGet(
                () ->
                    ways.stream().max(Comparator.comparing(DecisionModel::distance)).orElseThrow());
    return new Choice(best.way(), best.forbidden(), eligibility.score(best.way(), at).orElse(0.0));
  }

  /** How far it came. */
  private static int distance(Choice choice) {
    return DecisionTrace.REASONS.indexOf(choice.forbidden().orElse(""));
  }

  private TakenAction way(
      RandomAction action, Touchpoint moment, String channel, Touchpoint cause) {
    NaiveFacts world = policies.at(cause.position());
    ZoneId zone = world.zone(rulebook.zone());
    long due = Math.max(cause.time(), moment.time() + action.timing().after());
    long earliest =
        action.timing().responsive()
            ? NaiveHours.known(world, channel, zone, decided).soonest(due)
            : due;
    long sendAt =
        rulebook
            .policies()
            .quiet()
            .filter(
                quiet ->
                    quiet.hold() && policies.isQuiet(action, channel, earliest, cause.position()))
            .map(quiet -> quiet.end(earliest, world.zones(rulebook.zone())))
            .orElse(earliest);
    return new TakenAction(cause.position(), cause.id(), action, moment, channel, sendAt);
  }

  private boolean isPreferred(String channel, Position at) {
    return policies.at(at).customer("preferredChannel").equals(Optional.of(channel));
  }

  private double response(String channel, Position at) {
    return NaiveMessage.response(NaiveMessage.known(policies.at(at), decided), channel, at.time());
  }
}
