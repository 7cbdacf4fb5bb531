package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.pipeline.HeartbeatMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Shoppers and faults by the clock, against an engine in a process of its own.
 *
 * @param name of the drill, and what its topics begin with
 * @param patience how long a cart waits for its order
 * @param disorder of the rulebook
 */
record Drill(
    String name,
    Duration patience,
    Duration disorder,
    HeartbeatMode heartbeats,
    List<Shopper> shoppers) {
  private static final Duration END = Duration.ofMinutes(3);

  /**
   * What came of it.
   *
   * @param bought customers who bought in time
   * @param falselyFound of these, found to have left their cart, be it taken back later or not
   * @param left customers who left their cart
   * @param found of these, with a moment and a recommendation
   * @param latencies milliseconds from deadline and disorder to a record that can be read, sorted;
   *     without the warm-up
   */
  record Result(
      String name,
      int bought,
      Set<String> falselyFound,
      int left,
      int found,
      List<Long> latencies) {
    long latency(int percent) {
      return latencies.get(Math.min(latencies.size() - 1, latencies.size() * percent / 100));
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s: false detections %d of %d bought; found %d of %d left;"
              + " latency ms p50 %d, p99 %d, most %d of %d",
          name,
          falselyFound.size(),
          bought,
          found,
          left,
          latency(50),
          latency(99),
          latency(100),
          latencies.size());
    }
  }

  private record Step(Duration at, Runnable deed) {}

  /**
   * Runs it to its end.
   *
   * @param faults made for the sources of this run
   */
  Result run(BrokerProcess broker, Path folder, Function<Sources, List<Fault>> faults)
      throws IOException, InterruptedException, ExecutionException {
    String prefix = name + "-";
    TopicReader.createAll(broker.bootstrap(), prefix);
    Map<String, Long> carts = new HashMap<>();
    Map<String, Long> readable;
    try (EngineProcess engine = EngineProcess.start(config(broker, folder), folder, name);
        Sources sources =
            new Sources(broker.bootstrap(), prefix, heartbeats == HeartbeatMode.SOURCES);
        Watch watch = new Watch(broker.bootstrap(), prefix)) {
      try {
        play(steps(sources, carts, faults.apply(sources)));
      } finally {
        broker.resume(); // a drill that fails in the middle must end all the same
      }
      sources.flush();
      Set<String> left = customers(false);
      Await.until(
          name + ": everyone who left is found",
          END,
          () -> watch.readable().keySet().containsAll(left));
      readable = Map.copyOf(watch.readable());
      // It takes a last checkpoint, by which all that it decided is on the topics.
      engine.stop();
    }
    return result(broker.bootstrap(), prefix, carts, readable);
  }

  private Path config(BrokerProcess broker, Path folder) throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve(name + "-rules.yaml"),
            """
            rulebook: live
            disorder: %dms
            history: { touchpoints: 50, for: 1d }
            moments:
              cart_abandoned:
                kind: drop_off
                pattern: [ { event: cart_updated }, { absence: order_placed, for: %dms } ]
            actions:
              cart_rescue:
                kind: sell
                answers: [cart_abandoned]
                channels: [web]
                expires: 12h
                content: { web: { en: 'Your cart is still here.' } }
            """
                .formatted(disorder.toMillis(), patience.toMillis()));
    return Files.write(
        folder.resolve(name + ".yaml"),
        List.of(
            "rulebook: " + rules,
            "parallelism: 2",
            "topic-prefix: " + name + "-",
            "heartbeats: " + heartbeats.name().toLowerCase(Locale.ROOT),
            "kafka: { bootstrap: '" + broker.bootstrap() + "', group: '" + name + "' }",
            "checkpoints: { folder: " + folder.resolve(name + "-state") + ", interval: 10s }"));
  }

  private List<Step> steps(Sources sources, Map<String, Long> carts, List<Fault> faults) {
    List<Step> steps = new ArrayList<>();
    faults.forEach(fault -> steps.add(new Step(fault.at(), fault.deed())));
    for (Shopper shopper : shoppers) {
      Sources.Source source = sources.of(shopper.partition());
      String customer = shopper.customer();
      steps.add(
          new Step(
              shopper.cartAt(), () -> carts.put(customer, source.tell("cart_updated", customer))));
      shopper
          .orderAt()
          .ifPresent(
              at -> steps.add(new Step(at, () -> order(source, customer, time(carts, customer)))));
    }
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  /** The drill proves nothing where this machine was too slow to buy in time. */
  private void order(Sources.Source source, String customer, long cart) {
    assertThat(source.tell("order_placed", customer))
        .isLessThanOrEqualTo(cart + patience.toMillis());
  }

  private static void play(List<Step> steps) {
    long start = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    for (Step step : steps) {
      long due = start + step.at().toNanos();
      for (long now = System.nanoTime(); now - due < 0; now = System.nanoTime()) {
        LockSupport.parkNanos(due - now);
      }
      step.deed().run();
    }
  }

  private Result result(
      String bootstrap, String prefix, Map<String, Long> carts, Map<String, Long> readable) {
    Set<String> withMoment = named(TopicReader.lines(bootstrap, prefix + "moments"));
    Set<String> recommended = named(TopicReader.lines(bootstrap, prefix + "recommendations"));
    Set<String> falselyFound = customers(true);
    falselyFound.removeIf(c -> !withMoment.contains(c) && !recommended.contains(c));
    Set<String> left = customers(false);
    int number = left.size();
    long wait = patience.plus(disorder).toMillis();
    List<Long> latencies =
        left.stream()
            .filter(c -> !c.startsWith(Shopper.WARM_UP))
            .map(c -> time(readable, c) - time(carts, c) - wait)
            .sorted()
            .toList();
    left.retainAll(withMoment);
    left.retainAll(recommended);
    return new Result(name, customers(true).size(), falselyFound, number, left.size(), latencies);
  }

  private static long time(Map<String, Long> times, String customer) {
    return Objects.requireNonNull(times.get(customer), customer);
  }

  private static Set<String> named(List<OutputLine> lines) {
    Set<String> customers = new HashSet<>();
    lines.forEach(line -> customers.add(line.get("customer")));
    return customers;
  }

  private Set<String> customers(boolean buying) {
    Set<String> customers = new HashSet<>();
    shoppers.stream()
        .filter(shopper -> shopper.orderAt().isPresent() == buying)
        .forEach(shopper -> customers.add(shopper.customer()));
    return customers;
  }
}
