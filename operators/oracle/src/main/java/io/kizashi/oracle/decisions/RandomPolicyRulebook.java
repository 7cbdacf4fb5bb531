package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.Place;
import io.kizashi.schema.ActionKind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes up a rulebook. */
final class RandomPolicyRulebook {
  static final List<String> CHANNELS = List.of("web", "line", "email");

  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** As many as a story has that raise moments, so that none leaves before it is judged. */
  private static final int FEW = 20;

  static final List<ActionKind> KINDS =
      List.of(ActionKind.SELL, ActionKind.SELL, ActionKind.INFORM, ActionKind.RECOVER);

  private final Draws draws;
  private final Random random;

  RandomPolicyRulebook(Draws draws) {
    this.draws = draws;
    this.random = draws.random();
  }

  /** Rules for stories that begin at a time in a zone. */
  PolicyRulebook rulebook(Place place) {
    ZoneId zone = place.zone();
    boolean silent = random.nextInt(4) == 0;
    RandomRefusal memory = memory();
    List<PolicyRulebook.Rule> rules = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      long openFor = draws.any(MINUTE, HOUR, DAY, 3 * DAY, 30 * DAY);
      long silence = silent && random.nextBoolean() ? draws.any(10 * MINUTE, HOUR) : 0;
      rules.add(new PolicyRulebook.Rule("m" + i, openFor, silence));
    }
    List<String> types = rules.stream().map(PolicyRulebook.Rule::type).toList();
    List<RandomAction> actions = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      actions.add(action("do_" + i, i == 0 ? types : draws.some(types), place));
    }
    List<RandomQuietHours> quiet =
        draws.maybe(5, () -> QuietHoursDraws.of(draws, place)).orElse(List.of()).stream()
            .flatMap(it -> it.used(actions).stream())
            .toList();
    List<RandomAction> lasting =
        actions.stream().map(action -> RandomQuietHours.outlived(quiet, action)).toList();
    RandomPolicies policies = new PolicyDraws(draws, lasting).policies(quiet, memory);
    long disorder = draws.any(10_000, MINUTE);
    boolean settled = random.nextBoolean();
    Optional<RandomOwners> owners = draws.maybe(8, () -> RandomOwners.drawn(draws, place));
    RandomPolicies all =
        policies
            .excluded(RandomList.drawn(draws))
            .testers(draws.maybe(3, () -> RandomList.drawn(draws, "testers")));
    return new PolicyRulebook(zone, disorder, settled, memory, rules, lasting, all, owners);
  }

  /** A short one does in hours what takes months where nothing is said of it. */
  private RandomRefusal memory() {
    int touchpoints = (int) draws.any(FEW, FEW, 200, 1000);
    Optional<Long> span = draws.maybe(7, () -> draws.any(2 * HOUR, DAY, 7 * DAY, 366 * DAY));
    return new RandomRefusal(touchpoints, span);
  }

  private RandomAction action(String name, List<String> answers, Place place) {
    List<String> channels = new ArrayList<>(draws.some(CHANNELS));
    Collections.shuffle(channels, random);
    boolean staff = random.nextInt(7) <= 1;
    return new RandomAction(
        name,
        draws.any(KINDS),
        staff,
        staff ? Optional.empty() : draws.maybe(2, random::nextBoolean),
        answers,
        channels,
        draws.maybe(2, () -> FactBound.drawn(draws, List.of(RandomFact.values()))),
        worth(),
        timing(),
        random.nextInt(10) == 0 ? 50 : 100,
        draws.maybe(1, () -> ActiveDays.around(draws, place)).orElse(ActiveDays.ALL),
        RandomText.drawn(draws, channels));
  }

  private Timing timing() {
    long after = draws.any(0, 0, 0, 10 * MINUTE, 3 * HOUR, DAY, 20 * DAY);
    return new Timing(
        after, random.nextInt(3) == 0, draws.any(MINUTE, HOUR, 13 * HOUR, 3 * DAY, 30 * DAY));
  }

  private RandomAction.Worth worth() {
    List<RandomAction.Fitting> context = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 4; i--) {
      FactBound when = FactBound.drawn(draws, List.of(RandomFact.values()));
      context.add(new RandomAction.Fitting(when, draws.any(List.of(0.5, 2.0, 0.125, 4.0, 10.0))));
    }
    Optional<RandomAmount> value = draws.maybe(5, this::amount);
    boolean varies = value.filter(RandomAmount.Multiple.class::isInstance).isPresent();
    return new RandomAction.Worth(
        draws.any(List.of(1.0, 1.0, 0.5, 0.25)),
        value,
        context,
        draws.any(List.of(1.0, 1.0, 0.5, 2.0)),
        varies ? draws.any(List.of(0.0, 0.0, 0.5, 1.0)) : 0);
  }

  private RandomAmount amount() {
    return random.nextBoolean()
        ? new RandomAmount.Fixed(draws.any(List.of(1.0, 2.0, 5.0)))
        : new RandomAmount.Multiple(
            draws.any(List.of(RandomFact.VALUE, RandomFact.VALUE, RandomFact.TIER)),
            draws.any(List.of(1.0, 2.0)));
  }
}
