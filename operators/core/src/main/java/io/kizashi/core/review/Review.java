package io.kizashi.core.review;

import io.kizashi.core.detect.World;
import io.kizashi.core.eligible.ContactHistory;
import io.kizashi.core.eligible.Eligibility;
import io.kizashi.core.eligible.Option;
import io.kizashi.core.eligible.Route;
import io.kizashi.core.eligible.Worthiness;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.reason.Check;
import io.kizashi.core.reason.Exclusion;
import io.kizashi.core.reason.ExplanationLimits;
import io.kizashi.core.reason.Withheld;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Mode;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Flip;
import io.kizashi.schema.Recommendation.Plan;
import io.kizashi.schema.Recommendation.Reasoning;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import io.kizashi.schema.state.DetectedMoment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Looks again at what was decided, when its time has come or more is known. */
public final class Review {
  private final World world;
  private final CustomerState state;
  private final InForce inForce;

  /**
   * A review of one customer's decisions.
   *
   * @param world shows the customer's history to the rules
   * @param state the same history, with the moments and decisions as they are now
   */
  public Review(World world, CustomerState state, InForce inForce) {
    this.world = world;
    this.state = state;
    this.inForce = inForce;
  }

  /**
   * Looks at what was held, as things are when it is to be sent.
   *
   * @return why it is withdrawn; empty where it stands
   */
  public Optional<Withheld> due(Decision decision, long certain) {
    Recommendation held = decision.recommendation();
    Eligibility eligibility = sending(held);
    Optional<Route> route = route(decision);
    return route.isPresent()
        ? withdrawn(held, eligibility, asked -> asked.due(route.get(), certain))
        : Optional.of(withdrawn(held, Exclusion.of(Check.NOT_IN_FORCE, held.plan().action())));
  }

  /** When something that was held is asked for again, as it can't be decided on yet. */
  public Optional<Long> later(Decision held) {
    Optional<Route> route = route(held);
    return route
        .flatMap(due -> sending(held.recommendation()).later(due, held.guarded()))
        .map(Route::sendAt);
  }

  private Eligibility sending(Recommendation held) {
    Position sending = Position.after(held.plan().sendAt());
    ContactHistory sent = ContactHistory.beside(held, world, state, sending);
    return new Eligibility(world, inForce, sending, sent);
  }

  /**
   * Why something that was decided would not have been, had all been known that is now. Its moment
   * may be forgotten.
   */
  public Optional<Withheld> harm(Recommendation decided, Position place) {
    ContactHistory sent = ContactHistory.to(world, state, place, Mode.IN_SHADOW);
    Eligibility eligibility = new Eligibility(world, inForce, place, sent);
    Optional<ActionRule> action = action(decided);
    return action.isPresent()
        ? withdrawn(decided, eligibility, asked -> asked.harm(action.get(), decided.plan()))
        : eligibility.guard(decided.plan()).map(it -> withdrawn(decided, it));
  }

  /** Says of something held that its moment fell. */
  public static Withheld fallen(Recommendation held) {
    return withdrawn(held, Exclusion.of(Check.NOT_STANDING, held.moment().rule()));
  }

  /** The option that was taken, as the rules have it now. */
  private Optional<Route> route(Decision decision) {
    Recommendation decided = decision.recommendation();
    Plan plan = decided.plan();
    Optional<Moment> moment =
        state.moments().stream()
            .map(DetectedMoment::moment)
            .filter(known -> known.id().equals(decided.moment().id()))
            .findFirst();
    return action(decided)
        .flatMap(
            action ->
                moment.map(
                    answered -> {
                      Option option = new Option(action, answered);
                      return decision.guarded()
                          ? new Route(option, plan.channel(), plan.sendAt(), plan.expiresAt())
                          : Route.at(option, plan.channel(), plan.sendAt());
                    }));
  }

  private Optional<ActionRule> action(Recommendation decided) {
    return world.rules().answering(decided.moment().rule()).stream()
        .filter(known -> known.name().equals(decided.plan().action()))
        .filter(known -> known.channels().contains(decided.plan().channel()))
        .findFirst();
  }

  private static Optional<Withheld> withdrawn(
      Recommendation held,
      Eligibility eligibility,
      Function<Eligibility, List<Exclusion>> exclusions) {
    List<Exclusion> found = exclusions.apply(eligibility);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> read = Map.copyOf(eligibility.read());
    Optional<Flip> flip =
        found.size() == 1
            ? eligibility.flip(found.get(0).remedy(), it -> exclusions.apply(it).isEmpty())
            : Optional.empty();
    return Optional.of(withdrawn(held, found.get(0), flip, read));
  }

  private static Withheld withdrawn(Recommendation held, Exclusion excluded) {
    return withdrawn(held, excluded, Optional.empty(), Map.of());
  }

  /**
   * Why something is withdrawn.
   *
   * @param flip the number that alone would have let it stand
   * @param read what was read of the customer when it was looked at again
   */
  private static Withheld withdrawn(
      Recommendation held, Exclusion excluded, Optional<Flip> flip, Map<String, Object> read) {
    Optional<Reasoning> known = held.reasoning(); // of what was sent it is no longer kept
    Candidate candidate =
        new Candidate(
            held.plan().action(),
            held.moment().id(),
            held.plan().channel(),
            known.map(Reasoning::score).orElse(Worthiness.UNKNOWN),
            excluded.check().reason(),
            ExplanationLimits.text(excluded.detail()),
            flip);
    Map<String, String> values =
        new TreeMap<>(known.map(why -> why.explanation().values()).orElse(Map.of()));
    read.forEach((name, value) -> values.put(name, ExplanationLimits.value(value)));
    return new Withheld(
        held.customer(),
        held.trigger(),
        held.decidedAt(),
        held.plan().sendAt(),
        held.plan().action(),
        excluded.check().reason(),
        ExplanationLimits.explanation(values, List.of(candidate), 1));
  }
}
