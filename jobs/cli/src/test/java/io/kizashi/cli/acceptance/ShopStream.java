package io.kizashi.cli.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * A day of a made-up shop, the same for the same seed: carts, orders, failed payments, and views
 * that no rule looks at.
 *
 * @param touchpoints how many
 * @param customers how many people; every twentieth is a guest
 * @param lateness how much later than another one that happened after it a touchpoint may arrive
 * @param duplicatesPercent how many of a hundred are sent again, up to five minutes later
 */
record ShopStream(
    long seed, int touchpoints, int customers, Duration lateness, int duplicatesPercent) {
  /** The day begins. */
  static final Instant START = Instant.parse("2025-03-07T00:00:00Z");

  static final Duration LENGTH = Duration.ofDays(1);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int GUESTS = 20;
  private static final List<String> TYPES =
      List.of(
          "page_viewed",
          "page_viewed",
          "page_viewed",
          "cart_updated",
          "cart_updated",
          "order_placed",
          "payment_failed",
          "help_viewed");
  private static final long DUPLICATE_MILLIS = Duration.ofMinutes(5).toMillis();

  /**
   * A touchpoint on its way.
   *
   * @param time when it arrives, milliseconds since the epoch
   */
  record Arrival(long time, String line) {}

  /** One touchpoint a line, in the order of arrival. */
  List<String> lines() {
    return arrivals().stream().map(Arrival::line).toList();
  }

  /** The touchpoints in the order of arrival. */
  List<Arrival> arrivals() {
    Random random = new Random(seed);
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < touchpoints; i++) {
      long time = START.toEpochMilli() + (long) (random.nextDouble() * LENGTH.toMillis());
      long arrives = time + (long) (random.nextDouble() * lateness.toMillis());
      String line = touchpoint(random, "e-" + i, time).toString();
      arrivals.add(new Arrival(arrives, line));
      if (random.nextInt(100) < duplicatesPercent) {
        long again = arrives + (long) (random.nextDouble() * DUPLICATE_MILLIS);
        arrivals.add(new Arrival(again, line));
      }
    }
    arrivals.sort(Comparator.comparingLong(Arrival::time));
    return arrivals;
  }

  private ObjectNode touchpoint(Random random, String id, long time) {
    String type = TYPES.get(random.nextInt(TYPES.size()));
    int customer = random.nextInt(customers);
    ObjectNode json =
        JSON.createObjectNode()
            .put("id", id)
            .put("type", type)
            .put("time", Instant.ofEpochMilli(time).toString())
            .put(customer % GUESTS == 0 ? "anonymous" : "customer", "c-" + customer)
            .put("channel", random.nextBoolean() ? "web" : "app")
            .put("session", "s-" + customer + "-" + random.nextInt(3));
    ObjectNode properties = json.putObject("properties");
    switch (type) {
      case "cart_updated" -> properties.put("cartValue", 500 * random.nextInt(20));
      case "order_placed" -> properties.put("total", 100 * random.nextInt(100));
      default -> properties.put("page", "/" + random.nextInt(50));
    }
    return json;
  }

  /** The file of {@link #lines}. */
  Path write(Path file) throws IOException {
    return Files.write(file, lines());
  }

  /** The shop's rulebook, {@code at-once} or {@code settled}. */
  static Path rules(Path folder, String decide) throws IOException {
    return rules("shop.yaml", folder, decide);
  }

  /**
   * A rulebook that judges the shop's touchpoints, {@code at-once} or {@code settled}.
   *
   * @param file beside this class
   */
  static Path rules(String file, Path folder, String decide) throws IOException {
    URL shipped = Objects.requireNonNull(ShopStream.class.getResource(file), file);
    try (var in = shipped.openStream()) {
      String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return Files.writeString(
          folder.resolve(decide + ".yaml"), text.replace("decide: at-once", "decide: " + decide));
    }
  }
}
