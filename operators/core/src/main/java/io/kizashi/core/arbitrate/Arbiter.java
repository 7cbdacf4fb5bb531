package io.kizashi.core.arbitrate;

import io.kizashi.core.detect.World;
import io.kizashi.core.eligible.ContactHistory;
import io.kizashi.core.eligible.Eligibility;
import io.kizashi.core.eligible.Option;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.reason.Check;
import io.kizashi.core.reason.Exclusion;
import io.kizashi.core.reason.Withheld;
import io.kizashi.core.recipient.Owners;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Mode;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.time.Times;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Explanation;
import io.kizashi.schema.Recommendation.MomentRef;
import io.kizashi.schema.Recommendation.Ownership;
import io.kizashi.schema.Recommendation.Plan;
import io.kizashi.schema.Recommendation.Reasoning;
import io.kizashi.schema.Sha256;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import io.kizashi.schema.state.DetectedMoment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the one thing to do for a customer on one cause, or nothing.
 *
 * <p>Weighs every action that answers an open moment, on each of its channels; of those that
 * nothing keeps back, and that are worth more than nothing, takes the first by tier, score and
 * name. So one cause leads to one recommendation at most, and the same cause to the same one. The
 * id is made of customer, cause and time: a cause that was decided on is not decided again.
 *
 * <p>Costs O(options · channels) checks and O(options · log options) for the order; for each loser
 * that one number keeps back, the same again with that number changed, which is the dearest part.
 * Arbitration after eligibility and propensity, as in next best action.
 */
public final class Arbiter {
  /** In the id of what was decided in shadow: it must not be taken for the other. */
  private static final String SHADOW = "shadow";

  private final World world;
  private final CustomerState state;
  private final Rules rules;
  private final InForce inForce;
  private final Set<String> later;

  /**
   * An arbiter for one customer.
   *
   * @param world shows the customer's history to the rules
   * @param state the same history, with the moments and decisions as they are now
   * @param later ids of moments whose message was decided on a later cause before a restart
   */
  public Arbiter(World world, CustomerState state, InForce inForce, Set<String> later) {
    this.world = world;
    this.state = state;
    this.rules = world.rules();
    this.inForce = inForce;
    this.later = later;
  }

  /**
   * Decides on one cause. A cause that was decided on before is not decided again.
   *
   * @param certain time up to which all touchpoints have arrived: an action that expired before it
   *     comes too late
   */
  public Answer decide(Cause cause, long certain) {
    List<Option> options =
        options(cause, Mode.IN_EARNEST).stream()
            .filter(option -> mode(option) == Mode.IN_EARNEST)
            .toList();
    return decide(cause, certain, options, Mode.IN_EARNEST);
  }

  /** What would be decided if rules that run in shadow were in earnest, where that is another. */
  public Answer decideInShadow(Cause cause, long certain) {
    if (!rules.hasShadow()) {
      return Answer.NOTHING;
    }
    List<Option> options = options(cause, Mode.IN_SHADOW);
    return options.stream().anyMatch(option -> mode(option) == Mode.IN_SHADOW)
        ? decide(cause, certain, options, Mode.IN_SHADOW)
        : Answer.NOTHING;
  }

  private Mode mode(Option option) {
    Moment moment = option.moment();
    return option.action().trial().mode(moment.customer()).and(Mode.of(state, moment.id()));
  }

  private Answer decide(Cause cause, long certain, List<Option> options, Mode mode) {
    if (options.isEmpty()) {
      return Answer.NOTHING;
    }
    ContactHistory sent = ContactHistory.to(world, state, cause.at(), mode);
    Eligibility eligibility = new Eligibility(world, inForce, cause.at(), sent);
    Weighing weighing = new Weighing(world, cause, eligibility, leaving(cause, mode), certain);
    List<WeighedOption> all =
        options.stream().map(weighing::weigh).sorted(WeighedOption.ORDER).toList();
    Optional<WeighedOption> best = all.stream().filter(WeighedOption::wouldDo).findFirst();
    Reasons reasons = new Reasons(best, all, new WhatIf(eligibility, weighing, best, all));
    if (best.isEmpty()) {
      Explanation why = reasons.explain(Map.of(), eligibility.read());
      return new Answer(Optional.empty(), false, Optional.of(withheld(cause, all.get(0), why)));
    }
    Option chosen = best.get().route().option();
    Mode taken = mode(chosen);
    // What answers a moment that has its message waited here and was given up: nobody heard of it,
    // so nothing else takes its place.
    boolean gaveUp = later.contains(chosen.moment().id());
    if (gaveUp || taken != mode || isDecided(id(customer(best.get()), cause, taken))) {
      return Answer.NOTHING;
    }
    Writer.Message message = best.get().message().orElseThrow();
    Assigning assigning = new Assigning(world, best.get(), cause.at());
    Map<String, String> told = message.valuesRead();
    assigning.found().ifPresent(found -> told.put(Owners.EXPLAINED, found));
    Plan plan = plan(best.get(), message, assigning.ownership());
    Explanation why = reasons.explain(told, eligibility.read());
    return new Answer(
        Optional.of(recommendation(best.get(), message, plan, cause, why, taken)),
        best.get().route().isGuarded(),
        Optional.empty());
  }

  /**
   * What is decided on a deadline leaves once the disorder has passed, and what has come by then is
   * known. Decisions that must not hang on the order of arrival can't know of it: there a
   * touchpoint behind the deadline may be here or not.
   */
  private Optional<Eligibility> leaving(Cause cause, Mode mode) {
    if (!cause.isDeadline() || rules.settings().settled()) {
      return Optional.empty();
    }
    Position leaving = Position.after(Times.plus(cause.time(), rules.settings().disorder()));
    ContactHistory sent = ContactHistory.to(world, state, leaving, mode);
    return Optional.of(new Eligibility(world, inForce, leaving, sent));
  }

  private static CustomerKey customer(WeighedOption weighed) {
    return weighed.route().option().moment().customer();
  }

  /** What would have been done, had nothing kept it back. */
  private static Withheld withheld(Cause cause, WeighedOption first, Explanation why) {
    return new Withheld(
        customer(first),
        cause.trigger(),
        cause.time(),
        cause.time(),
        first.route().action().name(),
        first.exclusions().stream()
            .findFirst()
            .map(Exclusion::check)
            .orElse(Check.OUTSCORED)
            .reason(),
        why);
  }

  private boolean isDecided(String id) {
    return state.decisions().stream()
        .anyMatch(decision -> decision.recommendation().id().equals(id));
  }

  private List<Option> options(Cause cause, Mode mode) {
    Set<String> answered = new HashSet<>();
    state.decisions().stream()
        .filter(Decision::standing)
        .filter(it -> mode.counts(Mode.of(state, it.recommendation().id())))
        .forEach(decision -> answered.add(decision.recommendation().moment().id()));
    answered.removeAll(later);
    List<Option> options = new ArrayList<>();
    for (DetectedMoment detected : state.moments()) {
      Moment moment = detected.moment();
      boolean open =
          !detected.end().isAfter(cause.at())
              && Times.plus(moment.detectedAt(), openFor(moment)) > cause.time()
              && !answered.contains(moment.id());
      if (open) {
        rules.answering(moment.rule()).forEach(action -> options.add(new Option(action, moment)));
      }
    }
    return options;
  }

  private long openFor(Moment moment) {
    return rules.moment(moment.rule()).map(MomentRule::openFor).orElse(0L);
  }

  private static Plan plan(WeighedOption chosen, Writer.Message message, Ownership ownership) {
    ActionRule action = chosen.route().action();
    return new Plan(
        action.name(),
        action.kind(),
        action.recipient().wire(),
        message.channel(),
        chosen.route().sendAt(),
        chosen.route().expiresAt(),
        ownership);
  }

  private Recommendation recommendation(
      WeighedOption chosen,
      Writer.Message message,
      Plan plan,
      Cause cause,
      Explanation why,
      Mode mode) {
    Moment moment = chosen.route().option().moment();
    return new Recommendation(
        id(moment.customer(), cause, mode),
        Recommendation.Status.ISSUED,
        moment.customer(),
        plan,
        new MomentRef(moment.id(), moment.rule(), moment.kind(), moment.detectedAt()),
        Optional.of(
            new Reasoning(
                message.language(),
                message.variant(),
                message.parts(),
                chosen.score(),
                chosen.route().action().briefing()
                    ? Optional.of(new Briefer(world).brief(cause.at()))
                    : Optional.empty(),
                why)),
        rules.ref(),
        cause.time(),
        cause.trigger());
  }

  private static String id(CustomerKey customer, Cause cause, Mode mode) {
    String time = Long.toString(cause.time());
    return switch (mode) {
      case IN_EARNEST -> Sha256.id(customer.text(), cause.trigger(), time);
      case IN_SHADOW -> Sha256.id(customer.text(), cause.trigger(), time, SHADOW);
    };
  }
}
