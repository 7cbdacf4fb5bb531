package io.kizashi.core.eligible;

import io.kizashi.core.detect.World;
import io.kizashi.core.eligible.Restraints.Guarding;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.FactName;
import io.kizashi.core.expression.Facts;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.TracedFacts;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.known.Consents;
import io.kizashi.core.known.Region;
import io.kizashi.core.known.Responses;
import io.kizashi.core.reason.Check;
import io.kizashi.core.reason.Exclusion;
import io.kizashi.core.reason.Remedy;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.ActionRule.DateRange;
import io.kizashi.core.rules.Cap;
import io.kizashi.core.rules.Guard;
import io.kizashi.core.rules.Policies;
import io.kizashi.core.rules.QuietHours;
import io.kizashi.core.rules.Words;
import io.kizashi.core.time.Times;
import io.kizashi.core.time.Zones;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation.Flip;
import io.kizashi.schema.Recommendation.Plan;
import io.kizashi.schema.Touchpoint;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Tells what a customer is not to get at one place, and why: consent, guards, refusals, pauses,
 * caps, quiet hours and expiry, in the order of {@link Check}.
 *
 * <p>Answers by what was known at that place, and by no later touchpoint: a decision that is looked
 * at again comes out the same unless something arrived before it. Notes every fact that it reads,
 * for the explanation. What it finds out for all options, like guards and responses, it asks once.
 *
 * <p>An option costs O(guards + refusals) once and O(caps · decisions) on each channel; a guard
 * that lingers costs two evaluations for each touchpoint of its time. {@link #flip} asks all of it
 * again for each number that might turn the answer.
 */
public final class Eligibility {
  private final World world;
  private final InForce inForce;
  private final Policies policies;
  private final Position at;
  private final ContactHistory sent;
  private final Facts here;
  private final Facts facts;
  private final Restraints restraints;
  private final ZoneId zone;
  private final Map<String, Object> read = new HashMap<>();
  private final Supplier<String> region;
  private Optional<Responses> responses = Optional.empty();

  /**
   * What is allowed at a place.
   *
   * @param sent what the customer was sent
   */
  public Eligibility(World world, InForce inForce, Position at, ContactHistory sent) {
    this(world, inForce, at, sent, world.at(at));
  }

  private Eligibility(World world, InForce inForce, Position at, ContactHistory sent, Facts here) {
    this.world = world;
    this.inForce = inForce;
    this.policies = world.rules().policies();
    this.at = at;
    this.sent = sent;
    this.here = here;
    this.facts = TracedFacts.noting(here, read);
    this.restraints = new Restraints(world, at, here, facts);
    this.zone = world.zone(at);
    this.region = () -> Region.of(world.state(), at);
  }

  /** What an option is worth. */
  public Worthiness worth(Option option) {
    return Worthiness.of(
        option.action().worth(), world.captured(option.moment()), facts, world.misses());
  }

  /** What an option says to the customer on a channel; empty where it has no words there. */
  public Optional<Words> words(Option option, String channel) {
    Moment moment = option.moment();
    String customer = inForce.customer().isEmpty() ? moment.customer().text() : inForce.customer();
    return option
        .action()
        .words(
            customer, channel, when -> when.test(world.captured(moment).at(facts), world.misses()));
  }

  /** What was read of the customer so far, by name. */
  public Map<String, Object> read() {
    return read;
  }

  // ---- one after the other ----

  /** All that keeps an option from being chosen wherever it is sent. */
  public List<Exclusion> ofOption(Option option, Worthiness worth) {
    return everywhere(option, worth, Guarding.FOR_GOOD);
  }

  private List<Exclusion> everywhere(Option option, Worthiness worth, Guarding guarding) {
    return present(
        List.of(
            rollout(option.action()),
            excluded(option),
            noLonger(option),
            told(option),
            eligible(option, worth),
            restraints.guard(option.action().kind(), guarding),
            restraints.refusal(option.action(), guarding)));
  }

  private static List<Exclusion> present(List<Optional<Exclusion>> asked) {
    List<Exclusion> present = new ArrayList<>();
    asked.forEach(excluded -> excluded.ifPresent(present::add));
    return present;
  }

  /**
   * All that keeps it from being sent on one channel.
   *
   * @param certain time up to which all touchpoints have arrived
   */
  public List<Exclusion> ofRoute(Route route, long certain) {
    return present(
        List.of(
            active(route),
            consent(route.action(), route.channel()),
            pause(route),
            route.sendAt() == at.time() && waits(route.action()) ? Optional.empty() : cap(route),
            resting(route.action(), route.channel(), route.sendAt()),
            expiry(route, certain)));
  }

  /** All that keeps something from being sent whose time has come. */
  public List<Exclusion> due(Route route, long certain) {
    List<Exclusion> all = everywhere(route.option(), worth(route.option()), Guarding.AT_ALL);
    all.addAll(
        present(
            List.of(
                active(route),
                consent(route.action(), route.channel()),
                pause(route),
                cap(route),
                resting(route.action(), route.channel(), route.sendAt()),
                expiry(route, certain))));
    all.sort(Comparator.comparing(Exclusion::check));
    return all;
  }

  /** Why what was decided would have done harm, by its action as the rules have it now. */
  public List<Exclusion> harm(ActionRule action, Plan plan) {
    Guarding guarding = Guarding.of(plan, at);
    boolean open =
        plan.sendAt() > at.time() && plan.expiresAt() < Times.plus(plan.sendAt(), action.expires());
    return present(
        List.of(
            consent(action, plan.channel()),
            restraints.guard(action.kind(), guarding),
            restraints.refusal(action, guarding),
            open ? Optional.empty() : resting(action, plan.channel(), plan.sendAt())));
  }

  /** What a guard keeps back that was decided. */
  public Optional<Exclusion> guard(Plan plan) {
    return restraints.guard(plan.kind(), Guarding.of(plan, at));
  }

  private Optional<Exclusion> rollout(ActionRule action) {
    return inForce.covers(action)
        ? Optional.empty()
        : Optional.of(Exclusion.of(Check.NOT_IN_ROLLOUT, action.trial().percent() + "%"));
  }

  private Optional<Exclusion> excluded(Option option) {
    return policies
        .excluding(option.action(), option.moment().customer())
        .map(list -> Exclusion.of(Check.EXCLUDED, list.name()));
  }

  /** An offer that has ended must not arrive, and one that has not begun is not decided on. */
  private Optional<Exclusion> active(Route route) {
    DateRange active = route.action().active();
    return active.contains(at.time()) && active.contains(route.sendAt())
        ? Optional.empty()
        : Optional.of(Exclusion.of(Check.NOT_ACTIVE, active.text()));
  }

  private Optional<Exclusion> noLonger(Option option) {
    return world.ended(option.moment(), at).map(ended -> Exclusion.of(Check.NO_LONGER, ended));
  }

  private Optional<Exclusion> told(Option option) {
    return sent.told(option.moment())
        .map(message -> Exclusion.of(Check.ALREADY_TOLD, message.id()));
  }

  private Optional<Exclusion> eligible(Option option, Worthiness worth) {
    Condition when = option.action().when();
    Bindings bindings = world.captured(option.moment());
    if (!when.test(bindings.at(facts), world.misses())) {
      return Optional.of(
          new Exclusion(Check.NOT_ELIGIBLE, when.text(), new Remedy.Fact(when, bindings, false)));
    }
    return worth.isKnown()
        ? Optional.empty()
        : Optional.of(Exclusion.of(Check.NOT_ELIGIBLE, "value"));
  }

  private Optional<Exclusion> consent(ActionRule action, String channel) {
    boolean needed =
        action.advertising() && action.isForCustomer() && policies.consented().contains(channel);
    return !needed || Consents.allowAdvertising(world.state().profile(), channel, at)
        ? Optional.empty()
        : Optional.of(Exclusion.of(Check.NO_CONSENT, channel));
  }

  private Optional<Exclusion> pause(Route route) {
    return inForce.pauses().stream()
            .anyMatch(pause -> pause.covers(route.action().kind(), route.channel(), region.get()))
        ? Optional.of(Exclusion.of(Check.PAUSED, route.channel()))
        : Optional.empty();
  }

  private Optional<Exclusion> cap(Route route) {
    List<Exclusion> binding = new ArrayList<>();
    for (Cap cap : policies.caps()) {
      if (route.isCountedBy(cap)) {
        int needed = sent.needed(cap, route.sendAt());
        if (needed > cap.limit()) {
          binding.add(
              new Exclusion(
                  Check.CAPPED,
                  cap.words(),
                  new Remedy.Rule(new Flip("limit", cap.limit(), needed))));
        }
      }
    }
    return binding.stream()
        .findFirst()
        .map(first -> binding.size() == 1 ? first : Exclusion.of(first.check(), first.detail()));
  }

  /** Whether it would be sent in quiet hours; what is held is not, unless the zone has changed. */
  private Optional<Exclusion> resting(ActionRule action, String channel, long sendAt) {
    return rest(action, channel)
        .filter(rest -> rest.covers(sendAt))
        .map(rest -> Exclusion.of(Check.QUIET_HOURS, channel));
  }

  private Optional<Exclusion> expiry(Route route, long certain) {
    if (route.expiresAt() > certain) {
      return Optional.empty();
    }
    long expires = route.action().expires();
    double needed = expires + ((double) certain - route.expiresAt()) + 1;
    return Optional.of(
        new Exclusion(Check.EXPIRED, "", new Remedy.Rule(new Flip("expires", expires, needed))));
  }

  // ---- when ----

  /** When an option would be sent on a channel, milliseconds since the epoch. */
  public Route route(Option option, String channel) {
    ActionRule action = option.action();
    long earliest =
        action.after() == 0
            ? at.time()
            : Math.max(at.time(), Times.plus(option.moment().detectedAt(), action.after()));
    long liked =
        action.responsive()
            ? new PreferredHours(responses().hours(channel, zone), zone).from(earliest)
            : earliest;
    return Route.at(option, channel, restEnd(action, channel, liked).orElse(liked));
  }

  /** When quiet hours are over that make something wait at a time. */
  private Optional<Long> restEnd(ActionRule action, String channel, long time) {
    return rest(action, channel)
        .filter(rest -> rest.covers(time) && !rest.drop(time))
        .map(rest -> rest.end(time));
  }

  /** Whether guards keep an action waiting here. */
  public boolean waits(ActionRule action) {
    return restraints.wait(action);
  }

  /** The same, asked for again when guards that keep it waiting here may have ended. */
  public Route waiting(Route route) {
    World uncounted = world.after(world.state(), new Misses());
    LongPredicate waits =
        time ->
            new Eligibility(uncounted, inForce, Position.after(time), sent).waits(route.action());
    long next = AskingTimes.next(world.state(), at.time(), waits);
    return route.waitingUntil(Math.min(next, route.expiresAt()));
  }

  /**
   * The same at a later time, where something that is due here can't be decided on yet.
   *
   * @param guarded whether it has waited for guards: then it may have got into quiet hours
   */
  public Optional<Route> later(Route route, boolean guarded) {
    if (at.time() >= route.expiresAt()) {
      return Optional.empty();
    }
    if (waits(route.action())) {
      return Optional.of(waiting(route));
    }
    return restEnd(route.action(), route.channel(), at.time())
        .filter(end -> guarded)
        .map(end -> route.waitingUntil(Math.min(end, route.expiresAt())));
  }

  /**
   * When what waits for guards until a later time is asked for again, now that a touchpoint has
   * arrived.
   *
   * @param asked time up to which it was asked for, milliseconds since the epoch
   */
  public static long asked(long later, Touchpoint arrived, long asked) {
    return AskingTimes.next(later, arrived, asked);
  }

  /** How the customer responds, as far as is known here. */
  public Responses responses() {
    if (responses.isEmpty()) {
      responses = Optional.of(new Responses(world.state(), at));
    }
    return responses.get();
  }

  private Optional<LocalQuietHours> rest(ActionRule action, String channel) {
    List<QuietHours> all =
        policies.quietHours().stream()
            .filter(hours -> action.isForCustomer() && hours.channels().contains(channel))
            .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(new LocalQuietHours(all, restZones()));
  }

  /** Where nobody knows where the customer lives, explanations say what the profile said. */
  private List<ZoneId> restZones() {
    RestZones rest = RestZones.at(world, at, zone);
    rest.unread().ifPresent(named -> read.put(FactName.CUSTOMER.field(Zones.PROPERTY), named));
    return rest.zones();
  }

  // ---- what if ----

  /**
   * The number that would let something pass.
   *
   * @param passes whether it does by what would be allowed then
   */
  public Optional<Flip> flip(Remedy remedy, Predicate<Eligibility> passes) {
    return remedy.on(Optional::empty, rule -> Optional.of(rule.flip()), fact -> flip(fact, passes));
  }

  private Optional<Flip> flip(Remedy.Fact fact, Predicate<Eligibility> passes) {
    return Counterfactual.turning(fact, here).stream()
        .filter(supposed -> !isReadElsewhere(supposed))
        .filter(supposed -> passes.test(supposing(supposed)))
        .map(Counterfactual::flip)
        .findFirst();
  }

  private Eligibility supposing(Counterfactual supposed) {
    return new Eligibility(world, inForce, at, sent, supposed.in(here));
  }

  /** Whether names for conditions, or other places, hang on a number too: it takes more then. */
  private boolean isReadElsewhere(Counterfactual supposed) {
    return world.rules().vocabulary().segments().values().stream().anyMatch(supposed::isReadBy)
        || world.rules().guards().stream()
            .filter(guard -> guard.linger() > 0)
            .map(Guard::when)
            .anyMatch(supposed::isReadBy);
  }
}
