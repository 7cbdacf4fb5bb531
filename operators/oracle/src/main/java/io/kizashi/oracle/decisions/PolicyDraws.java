package io.kizashi.oracle.decisions;

import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Pause;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes up policies for some actions. */
final class PolicyDraws {
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  private static final List<RandomFact> STATES =
      List.of(RandomFact.TIER, RandomFact.VISITS, RandomFact.CASES, RandomFact.LAST);

  private final Draws draws;
  private final Random random;
  private final List<RandomAction> actions;

  PolicyDraws(Draws draws, List<RandomAction> actions) {
    this.draws = draws;
    this.random = draws.random();
    this.actions = actions;
  }

  /** Those of a rulebook that has such quiet hours, and such a memory. */
  RandomPolicies policies(List<RandomQuietHours> quiet, RandomRefusal memory) {
    List<ActionKind> kinds =
        new ArrayList<>(actions.stream().map(RandomAction::kind).distinct().toList());
    Collections.shuffle(kinds, random);
    List<RandomPolicies.Guard> guards = new ArrayList<>();
    List<RandomPolicies.Refusal> refusals = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      long linger = Math.min(draws.any(0, HOUR, DAY, 3 * DAY, 30 * DAY), memory.longest());
      guards.add(
          new RandomPolicies.Guard(
              draws.some(kinds), FactBound.drawn(draws, STATES), linger, holds()));
    }
    if (random.nextInt(3) == 0) {
      String outcome = draws.any(List.of("declined", "dismissed"));
      String same = draws.any(List.of("", "action", "kind"));
      refusals.add(
          new RandomPolicies.Refusal(
              draws.some(kinds), outcome, same, draws.any(HOUR, DAY, 7 * DAY, 90 * DAY), holds()));
    }
    List<RandomCap> limits = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      limits.add(limit(kinds));
    }
    return new RandomPolicies(
        random.nextBoolean() ? List.of() : kinds,
        guards,
        refusals,
        limits,
        quiet,
        List.of(),
        Optional.empty(),
        random.nextInt(3) == 0 ? List.of() : draws.some(List.of("line", "email")),
        draws.maybe(1, () -> List.of(pause())).orElse(List.of()));
  }

  /** What lives for a month is asked for too often to be told here. */
  private boolean holds() {
    boolean brief = actions.stream().allMatch(action -> action.timing().expires() <= 4 * DAY);
    return random.nextInt(3) != 0 && brief;
  }

  private RandomCap limit(List<ActionKind> kinds) {
    int most = 1 + random.nextInt(3);
    String per =
        draws.any(List.of("day", "month", "" + HOUR, "" + DAY, "" + 7 * DAY, "" + 60 * DAY));
    RandomAction action = draws.any(actions);
    boolean staff = action.staff();
    return switch (random.nextInt(4)) {
      case 0 ->
          new RandomCap(staff, most, per, draws.some(kinds), Optional.empty(), Optional.empty());
      case 1 ->
          new RandomCap(
              staff,
              most,
              per,
              List.of(),
              Optional.of(draws.any(action.channels())),
              Optional.empty());
      case 2 ->
          new RandomCap(staff, most, per, List.of(), Optional.empty(), Optional.of(action.name()));
      default -> new RandomCap(staff, most, per, List.of(), Optional.empty(), Optional.empty());
    };
  }

  private Pause.Target pause() {
    return random.nextBoolean()
        ? new Pause.Target("", draws.any(RandomPolicyRulebook.CHANNELS), "")
        : new Pause.Target(draws.any(RandomPolicyRulebook.KINDS).wire(), "", "");
  }
}
