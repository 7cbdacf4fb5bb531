package io.kizashi.core.arbitrate;

import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.recipient.Owners.Assigned;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation.Ownership;
import java.util.Optional;

/** Says whose it is what is chosen. */
final class Assigning {
  private final World world;
  private final WeighedOption chosen;
  private final Optional<Assigned> assigned;

  /** Of what is chosen at a place. */
  Assigning(World world, WeighedOption chosen, Position at) {
    this.world = world;
    this.chosen = chosen;
    this.assigned =
        chosen.route().action().isForCustomer()
            ? Optional.empty()
            : world
                .rules()
                .policies()
                .owners()
                .map(
                    owners ->
                        owners.assigned(
                            chosen.route().action().recipient(),
                            known(at),
                            world.misses(),
                            chosen.route().sendAt()));
  }

  private Bindings known(Position at) {
    Bindings known = Bindings.none().at(world.at(at));
    return world.completing(moment()).map(known::event).orElse(known);
  }

  private Moment moment() {
    return chosen.route().option().moment();
  }

  /** Where the assignee stands in the rulebook; empty where none is named. */
  Optional<String> found() {
    return assigned.map(Assigned::found);
  }

  Ownership ownership() {
    return new Ownership(
        assigned.map(Assigned::assignee).orElse(""),
        chosen.route().action().campaign(),
        world.rules().moment(moment().rule()).map(MomentRule::owner).orElse(""));
  }
}
