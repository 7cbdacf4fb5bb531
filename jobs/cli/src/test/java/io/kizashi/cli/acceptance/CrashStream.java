package io.kizashi.cli.acceptance;

import io.kizashi.cli.acceptance.ShopStream.Arrival;
import io.kizashi.schema.Rfc3339;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A day of four sorts of customers. Those whose names begin with {@code c} are heard of in order
 * and fill cheap carts, those with {@code d} within the disorder, those with {@code x} up to an
 * hour late, and those with {@code late} bought what they had left in time: their tills tell of it
 * while there is no engine, long after that was believed to be known.
 *
 * @param before a damaged record, and what is read before the checkpoint
 * @param deaths what leads up to each death of the engine, and what comes until it lives again
 * @param after what comes then
 */
record CrashStream(List<String> before, List<Death> deaths, List<String> after) {
  /** Of the rulebook. */
  static final Duration DISORDER = Duration.ofSeconds(10);

  private static final int TOUCHPOINTS = 1_500;
  private static final int CUSTOMERS = 60;
  private static final int DUPLICATES_PERCENT = 2;

  /** Of each death. */
  private static final int LATE_TILLS = 60;

  private static final Duration VERY_LATE = Duration.ofHours(1);
  private static final String DEAR = "\"cartValue\":[3-9]\\d{3}";
  private static final String CHEAP = "\"cartValue\":2500";
  private static final Duration WAIT = Duration.ofMinutes(30);
  private static final Duration LED_UP = Duration.ofHours(2);
  private static final Duration DEAD = Duration.ofMinutes(30);
  private static final Duration MARGIN = Duration.ofSeconds(20);

  /** The first death is at least so far in the day, and the second ends at least so far before. */
  private static final Duration EDGE = Duration.ofHours(6);

  /**
   * A death of the engine.
   *
   * @param ledUp what it reads after the checkpoint
   * @param meanwhile what comes while it is dead
   * @param lateTills of how many customers a purchase is among the latter
   */
  record Death(List<String> ledUp, List<String> meanwhile, int lateTills) {}

  /** The stream of a round. */
  static CrashStream drawn(CrashPlan plan) {
    Random random = new Random(plan.seed());
    List<Arrival> arrivals = shop(plan);
    int number =
        switch (plan.kill()) {
          case UNHELD, STARTING -> 1;
          case TWICE -> 2;
        };
    List<Long> kills = new ArrayList<>();
    long room = ShopStream.LENGTH.minus(EDGE.multipliedBy(2)).dividedBy(number).toMillis();
    long first = ShopStream.START.plus(EDGE).toEpochMilli();
    for (int i = 0; i < number; i++) {
      long free = room - LED_UP.plus(DEAD).toMillis();
      kills.add(first + i * room + LED_UP.toMillis() + random.nextLong(free));
    }
    List<List<String>> purchases = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      purchases.add(lateTills(random, i, kills.get(i), arrivals));
    }
    arrivals.sort(Comparator.comparingLong(Arrival::time));
    long from = kills.get(0) - LED_UP.toMillis();
    List<String> before = new ArrayList<>(List.of("{}"));
    before.addAll(between(arrivals, Long.MIN_VALUE, from));
    List<Death> deaths = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      long kill = kills.get(i);
      List<String> meanwhile = new ArrayList<>(purchases.get(i));
      meanwhile.addAll(between(arrivals, kill, kill + DEAD.toMillis()));
      deaths.add(new Death(between(arrivals, from, kill), meanwhile, LATE_TILLS));
      from = kill + DEAD.toMillis();
    }
    return new CrashStream(before, deaths, between(arrivals, from, Long.MAX_VALUE));
  }

  private static List<Arrival> shop(CrashPlan plan) {
    List<Arrival> arrivals = new ArrayList<>();
    for (Arrival it : shop(plan.seed(), "c-", Duration.ZERO)) {
      arrivals.add(new Arrival(it.time(), it.line().replaceAll(DEAR, CHEAP)));
    }
    arrivals.addAll(shop(plan.seed() + 1, "d-", DISORDER.minusMillis(1)));
    switch (plan.promise()) {
      case AT_ONCE -> arrivals.addAll(shop(plan.seed() + 2, "x-", VERY_LATE));
      case SETTLED, EXACTLY_ONCE -> {} // what was decided hangs on when such a thing arrives
    }
    return arrivals;
  }

  private static List<Arrival> shop(long seed, String names, Duration lateness) {
    return new ShopStream(seed, TOUCHPOINTS, CUSTOMERS, lateness, DUPLICATES_PERCENT)
        .arrivals().stream()
            .map(it -> new Arrival(it.time(), it.line().replace("\"c-", '"' + names)))
            .toList();
  }

  /**
   * Adds carts whose time is up between the checkpoint and the kill.
   *
   * @return the purchases
   */
  private static List<String> lateTills(
      Random random, int death, long kill, List<Arrival> arrivals) {
    List<String> purchases = new ArrayList<>();
    long wait = WAIT.toMillis();
    for (int i = 0; i < LATE_TILLS; i++) {
      String customer = "late-" + death + "-" + i;
      long up = kill - MARGIN.toMillis() - random.nextLong(LED_UP.minus(MARGIN).toMillis());
      arrivals.add(new Arrival(up - wait, line("cart_updated", customer, up - wait)));
      purchases.add(line("order_placed", customer, up - wait + 1 + random.nextLong(wait - 1)));
    }
    return purchases;
  }

  private static String line(String type, String customer, long time) {
    return ("{\"id\":\"%s-%s\",\"type\":\"%s\",\"time\":\"%s\",\"customer\":\"%s\","
            + "\"channel\":\"web\",\"session\":\"s\",\"properties\":{\"cartValue\":5000}}")
        .formatted(type, customer, type, Rfc3339.format(time), customer);
  }

  private static List<String> between(List<Arrival> sorted, long from, long to) {
    return sorted.stream()
        .filter(it -> it.time() >= from && it.time() < to)
        .map(Arrival::line)
        .toList();
  }

  /** All of it, in the order of arrival. */
  Path write(Path file) throws IOException {
    List<String> all = new ArrayList<>(before);
    deaths.stream().flatMap(it -> Stream.of(it.ledUp(), it.meanwhile())).forEach(all::addAll);
    all.addAll(after);
    return Files.write(file, all);
  }
}
