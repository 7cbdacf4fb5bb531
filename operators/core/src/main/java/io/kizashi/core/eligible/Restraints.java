package io.kizashi.core.eligible;

import io.kizashi.core.detect.Guards;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Facts;
import io.kizashi.core.known.Refusals;
import io.kizashi.core.reason.Check;
import io.kizashi.core.reason.Exclusion;
import io.kizashi.core.reason.Remedy;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Guard;
import io.kizashi.core.rules.RefusalPolicy;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation.Plan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What guards keep back at one place: while something holds, after a moment or an outcome. */
final class Restraints {
  private final World world;
  private final Position at;
  private final Facts here;
  private final Facts noted;
  private final Guards guards;
  private final Refusals refusals;
  private final Map<ActionKind, List<Guard>> holding = new EnumMap<>(ActionKind.class);

  /**
   * Those at a place.
   *
   * @param here what is known there, or supposed to be
   * @param noted the same, which notes what is read
   */
  Restraints(World world, Position at, Facts here, Facts noted) {
    this.world = world;
    this.at = at;
    this.here = here;
    this.noted = noted;
    this.guards = new Guards(world);
    this.refusals = new Refusals(world);
  }

  /** Which guards count: those too that only keep something waiting, or the others alone. */
  enum Guarding {
    AT_ALL,
    FOR_GOOD;

    /** What is sent later may wait for some of those that hold at its decision. */
    static Guarding of(Plan plan, Position at) {
      return plan.sendAt() > at.time() ? FOR_GOOD : AT_ALL;
    }

    private boolean counts(boolean hold) {
      return this == AT_ALL || !hold;
    }
  }

  Optional<Exclusion> guard(ActionKind kind, Guarding guarding) {
    List<Guard> counting =
        against(kind).stream().filter(guard -> guarding.counts(guard.hold())).toList();
    if (counting.isEmpty()) {
      return Optional.empty();
    }
    Guard first = counting.get(0);
    first.when().test(Bindings.none().at(noted), world.misses()); // for what it read
    boolean alone = counting.size() == 1 && first.linger() == 0;
    return Optional.of(
        new Exclusion(
            Check.UPSET,
            first.words(),
            alone ? new Remedy.Fact(first.when(), Bindings.none(), true) : Remedy.NONE));
  }

  private List<Guard> against(ActionKind kind) {
    return holding.computeIfAbsent(kind, it -> guards.against(it, at, here).toList());
  }

  Optional<Exclusion> refusal(ActionRule action, Guarding guarding) {
    return refusals
        .against(action, at)
        .filter(refusal -> guarding.counts(refusal.hold()))
        .findFirst()
        .map(refusal -> Exclusion.of(Check.DECLINED_BEFORE, refusal.outcome()));
  }

  /** Whether some keep an action waiting. */
  boolean wait(ActionRule action) {
    return against(action.kind()).stream().anyMatch(Guard::hold)
        || refusals.against(action, at).anyMatch(RefusalPolicy::hold);
  }
}
