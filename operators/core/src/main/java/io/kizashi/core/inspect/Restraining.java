package io.kizashi.core.inspect;

import io.kizashi.core.detect.Guards;
import io.kizashi.core.detect.World;
import io.kizashi.core.eligible.ContactHistory;
import io.kizashi.core.expression.Facts;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.reason.Check;
import io.kizashi.core.reason.ExplanationLimits;
import io.kizashi.core.rules.Guard;
import io.kizashi.core.rules.Mode;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Position;
import io.kizashi.schema.reply.Reply.Restraint;
import io.kizashi.schema.state.CustomerState;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What keeps messages back from a customer at a time, whatever they say: guards, and full caps. */
final class Restraining {
  private final Rules rules;
  private final CustomerState state;
  private final World world;
  private final Position at;

  /** At a time, in milliseconds since the epoch. */
  Restraining(CustomerState state, Rules rules, long time) {
    this.rules = rules;
    this.state = state;
    this.world = World.of(state, rules, new Misses());
    this.at = Position.after(time);
  }

  List<Restraint> restraints() {
    return Stream.concat(guards(), caps()).toList();
  }

  private Stream<Restraint> guards() {
    Facts here = world.at(at);
    Guards guards = new Guards(world);
    Set<Guard> holding = new LinkedHashSet<>();
    EnumSet.allOf(ActionKind.class)
        .forEach(kind -> guards.against(kind, at, here).forEach(holding::add));
    return holding.stream().map(guard -> restraint(Check.UPSET, guard.suppressed(), guard.words()));
  }

  private Stream<Restraint> caps() {
    ContactHistory sent = ContactHistory.to(world, state, at, Mode.IN_EARNEST);
    return rules.policies().caps().stream()
        .filter(cap -> sent.needed(cap, at.time()) > cap.limit())
        .map(cap -> restraint(Check.CAPPED, cap.kinds(), cap.words()));
  }

  private static Restraint restraint(Check check, Collection<ActionKind> kinds, String words) {
    return new Restraint(
        check.reason(), kinds.stream().sorted().toList(), ExplanationLimits.text(words));
  }
}
