package io.kizashi.oracle.decisions;

import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Pause;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Makes up a rulebook. */
final class RandomPolicyRulebook {
  static final List<String> CHANNELS = List.of("web", "line", "email");

  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** As many as a story has that raise moments, so that none leaves before it is judged. */
  private static final int FEW = 20;

  private static final List<ActionKind> KINDS =
      List.of(ActionKind.SELL, ActionKind.SELL, ActionKind.INFORM, ActionKind.RECOVER);

  private static final List<RandomFact> STATES =
      List.of(RandomFact.TIER, RandomFact.VISITS, RandomFact.CASES, RandomFact.LAST);

  private final Random random;

  RandomPolicyRulebook(Random random) {
    this.random = random;
  }

  PolicyRulebook rulebook(ZoneId zone) {
    boolean silent = random.nextInt(4) == 0;
    RandomRefusal memory = memory();
    List<PolicyRulebook.Rule> rules = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      long openFor = any(MINUTE, HOUR, DAY, 3 * DAY, 30 * DAY);
      long silence = silent && random.nextBoolean() ? any(10 * MINUTE, HOUR) : 0;
      rules.add(new PolicyRulebook.Rule("m" + i, openFor, silence));
    }
    List<String> types = rules.stream().map(PolicyRulebook.Rule::type).toList();
    List<RandomAction> actions = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      actions.add(action("do_" + i, i == 0 ? types : some(types)));
    }
    Optional<RandomQuietHours> quiet = maybe(5, this::quiet).flatMap(it -> it.used(actions));
    List<RandomAction> lasting =
        actions.stream()
            .map(
                action ->
                    quiet
                        .filter(RandomQuietHours::hold)
                        .map(it -> it.outlived(action))
                        .orElse(action))
            .toList();
    RandomPolicies policies = policies(lasting, quiet, memory);
    long disorder = any(10_000, MINUTE);
    return new PolicyRulebook(
        zone, disorder, random.nextBoolean(), memory, rules, lasting, policies);
  }

  /** A short one does in hours what takes months where nothing is said of it. */
  private RandomRefusal memory() {
    int touchpoints = (int) any(FEW, FEW, 200, 1000);
    Optional<Long> span = maybe(7, () -> any(2 * HOUR, DAY, 7 * DAY, 366 * DAY));
    return new RandomRefusal(touchpoints, span);
  }

  private RandomAction action(String name, List<String> answers) {
    List<String> channels = new ArrayList<>(some(CHANNELS));
    Collections.shuffle(channels, random);
    boolean staff = random.nextInt(7) == 0;
    return new RandomAction(
        name,
        any(KINDS),
        staff,
        staff ? Optional.empty() : maybe(2, random::nextBoolean),
        answers,
        channels,
        maybe(2, () -> bound(List.of(RandomFact.values()))),
        worth(),
        timing(),
        random.nextInt(10) == 0 ? 50 : 100,
        maybe(1, () -> some(channels)).orElse(List.of()));
  }

  private Timing timing() {
    long after = any(0, 0, 0, 10 * MINUTE, 3 * HOUR, DAY, 20 * DAY);
    return new Timing(
        after, random.nextInt(3) == 0, any(MINUTE, HOUR, 13 * HOUR, 3 * DAY, 30 * DAY));
  }

  private RandomAction.Worth worth() {
    List<RandomAction.Fitting> context = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 4; i--) {
      FactBound when = bound(List.of(RandomFact.values()));
      context.add(new RandomAction.Fitting(when, any(List.of(0.5, 2.0, 0.125, 4.0, 10.0))));
    }
    Optional<RandomAmount> value = maybe(5, this::amount);
    boolean varies = value.filter(RandomAmount.Multiple.class::isInstance).isPresent();
    return new RandomAction.Worth(
        any(List.of(1.0, 1.0, 0.5, 0.25)),
        value,
        context,
        any(List.of(1.0, 1.0, 0.5, 2.0)),
        varies ? any(List.of(0.0, 0.0, 0.5, 1.0)) : 0);
  }

  private RandomAmount amount() {
    return random.nextBoolean()
        ? new RandomAmount.Fixed(any(List.of(1.0, 2.0, 5.0)))
        : new RandomAmount.Multiple(
            any(List.of(RandomFact.VALUE, RandomFact.VALUE, RandomFact.TIER)),
            any(List.of(1.0, 2.0)));
  }

  private FactBound bound(List<RandomFact> facts) {
    return new FactBound(any(facts), random.nextBoolean(), any(List.of(1.0, 2.0, 3.0)));
  }

  private RandomPolicies policies(
      List<RandomAction> actions, Optional<RandomQuietHours> quiet, RandomRefusal memory) {
    List<ActionKind> kinds =
        new ArrayList<>(actions.stream().map(RandomAction::kind).distinct().toList());
    Collections.shuffle(kinds, random);
    List<RandomPolicies.Guard> guards = new ArrayList<>();
    List<RandomPolicies.Refusal> refusals = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      long linger = Math.min(any(0, HOUR, DAY, 3 * DAY, 30 * DAY), memory.longest());
      guards.add(new RandomPolicies.Guard(some(kinds), bound(STATES), linger));
    }
    if (random.nextInt(3) == 0) {
      String outcome = any(List.of("declined", "dismissed"));
      String same = any(List.of("", "action", "kind"));
      refusals.add(
          new RandomPolicies.Refusal(
              some(kinds), outcome, same, any(HOUR, DAY, 7 * DAY, 90 * DAY)));
    }
    List<RandomCap> limits = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      limits.add(limit(actions, kinds));
    }
    return new RandomPolicies(
        random.nextBoolean() ? List.of() : kinds,
        guards,
        refusals,
        limits,
        quiet,
        random.nextInt(3) == 0 ? List.of() : some(List.of("line", "email")),
        maybe(1, () -> List.of(pause())).orElse(List.of()));
  }

  private RandomCap limit(List<RandomAction> actions, List<ActionKind> kinds) {
    int most = 1 + random.nextInt(3);
    String per = any(List.of("day", "month", "" + HOUR, "" + DAY, "" + 7 * DAY, "" + 60 * DAY));
    RandomAction action = any(actions);
    return switch (random.nextInt(3)) {
      case 0 -> new RandomCap(most, per, some(kinds), Optional.empty(), Optional.empty());
      case 1 ->
          new RandomCap(
              most, per, List.of(), Optional.of(any(action.channels())), Optional.empty());
      default -> new RandomCap(most, per, List.of(), Optional.empty(), Optional.of(action.name()));
    };
  }

  private Pause.Target pause() {
    return random.nextBoolean()
        ? new Pause.Target("", any(CHANNELS), "")
        : new Pause.Target(any(KINDS).wire(), "", "");
  }

  private RandomQuietHours quiet() {
    List<String> hours =
        any(
            List.of(
                List.of("21:00", "08:00"),
                List.of("22:30", "02:30"),
                List.of("02:15", "03:45"),
                List.of("00:00", "02:00"),
                List.of("12:00", "13:00")));
    return new RandomQuietHours(
        LocalTime.parse(hours.get(0)),
        LocalTime.parse(hours.get(1)),
        some(CHANNELS),
        random.nextInt(3) != 0);
  }

  // ---- chance ----

  <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  long any(long... values) {
    return values[random.nextInt(values.length)];
  }

  /** At least one, in order. */
  <T> List<T> some(List<T> values) {
    T one = any(values);
    return values.stream().filter(it -> it.equals(one) || random.nextBoolean()).toList();
  }

  /** There, so often in ten. */
  <T> Optional<T> maybe(int often, Supplier<T> value) {
    return random.nextInt(10) < often ? Optional.of(value.get()) : Optional.empty();
  }
}
