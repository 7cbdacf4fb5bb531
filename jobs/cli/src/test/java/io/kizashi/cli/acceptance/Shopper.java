package io.kizashi.cli.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One customer with one cart.
 *
 * @param cartAt when it is filled, from the beginning
 * @param orderAt when it is bought; empty for one that is left
 */
record Shopper(String customer, int partition, Duration cartAt, Optional<Duration> orderAt) {
  /** Begins the names of those whose latency does not count: a fresh JVM is slow for a while. */
  static final String WARM_UP = "warm-up";

  /** Some who leave a cart each, spread evenly over a time and the first partitions. */
  static List<Shopper> leaving(String name, int number, int partitions, Span carts) {
    List<Shopper> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      all.add(new Shopper(name + "-" + i, i % partitions, carts.part(i, number), Optional.empty()));
    }
    return all;
  }

  /** Some who buy what is in their carts, after a while that shrinks from one to the next. */
  static List<Shopper> buying(
      String name, int number, int partitions, Span carts, Span hesitation) {
    List<Shopper> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Duration cart = carts.part(i, number);
      Duration order = cart.plus(hesitation.part(number - 1 - i, number));
      all.add(new Shopper(name + "-" + i, i % partitions, cart, Optional.of(order)));
    }
    return all;
  }

  /** The same people, but all in one partition. */
  static List<Shopper> in(int partition, List<Shopper> shoppers) {
    return shoppers.stream()
        .map(s -> new Shopper(s.customer(), partition, s.cartAt(), s.orderAt()))
        .toList();
  }

  /** From one time to another. */
  record Span(Duration from, Duration to) {
    static Span seconds(double from, double to) {
      return new Span(millis(from), millis(to));
    }

    private static Duration millis(double seconds) {
      return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    private Duration part(int i, int number) {
      return from.plus(to.minus(from).multipliedBy(i).dividedBy(number));
    }
  }
}
