package io.kizashi.lab.generate;

import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What one customer does in a day: a visit or two, so far apart that no cart of one, and no message
 * on it, hangs on what is done in the other. So the truth about a cart is known while it is made
 * up.
 */
final class ShoppingDay {
  /** Behind the customer's id: the id of the first touchpoint, a page viewed. */
  static final String FIRST = "-0";

  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long VISITS_APART = Duration.ofHours(3).toMillis();
  private static final long SHORTEST_LATENESS = MINUTE;
  private static final long LONGEST_LATENESS = Duration.ofHours(6).toMillis();
  private static final int GUESTS = 10;

  private final Pauses pauses;
  private final SplittableRandom random;
  private final CustomerKey who;
  private final List<DelayedTouchpoint> arrivals = new ArrayList<>();
  private final List<Cart> carts = new ArrayList<>();
  private int touchpoints;

  ShoppingDay(DayPlan plan, Pauses pauses, int customer) {
    this.pauses = pauses;
    this.random = new SplittableRandom(plan.seed() * 1_000_003 + customer);
    String number = String.valueOf(customer);
    this.who =
        customer % GUESTS == 0
            ? CustomerKey.guest("guest-" + number)
            : CustomerKey.customer("c-" + number);
    long first = plan.comes(customer);
    visit(first);
    if (percent(30)) {
      visit(DayPlan.leaves(first + VISITS_APART) + random.nextLong(2 * VISITS_APART));
    }
  }

  /** In no order. */
  List<DelayedTouchpoint> arrivals() {
    return arrivals;
  }

  /** The truth. */
  List<Cart> carts() {
    return carts;
  }

  private void visit(long start) {
    String channel = percent(60) ? "web" : "app";
    long time = views(start, channel);
    if (percent(70)) {
      boolean worth = percent(85);
      Touchpoint last = cart(time, channel, worth);
      for (int more = random.nextInt(3); more > 0; more--) {
        last = cart(last.time() + between(20 * SECOND, 9 * MINUTE), channel, worth);
      }
      Optional<Cart.Order> order = percent(65) ? Optional.of(order(last)) : Optional.empty();
      if (worth) {
        carts.add(new Cart(who, last.id(), last.time(), order));
      }
    }
  }

  private long views(long start, String channel) {
    long time = start;
    for (int views = 1 + random.nextInt(3); views > 0; views--) {
      Map<String, Object> page = Map.of("page", "/products/" + random.nextInt(500));
      promptly(touchpoint("page_viewed", time, channel, page));
      time += between(5 * SECOND, 2 * MINUTE);
    }
    return time;
  }

  private Touchpoint cart(long time, String channel, boolean worth) {
    double value = worth ? between(DayPlan.WORTH, 20_000) : between(500, DayPlan.WORTH);
    Touchpoint cart = touchpoint("cart_updated", time, channel, Map.of("cartValue", value));
    promptly(cart);
    return cart;
  }

  private Cart.Order order(Touchpoint cart) {
    long time = cart.time() + hesitation();
    boolean till = percent(12);
    String channel = till ? "store" : cart.setting().channel();
    Map<String, Object> total = Map.of("total", cart.properties().getOrDefault("cartValue", 0.0));
    boolean flawed = percent(5);
    Touchpoint order = touchpoint("order_placed", time, channel, total);
    Touchpoint told = flawed ? Flaw.of(random.nextInt(Flaw.values().length)).in(order) : order;
    DelayedTouchpoint arrival = till ? send(told, time + lateness()) : promptly(told);
    return new Cart.Order(time, arrival.sent(), arrival.at(), flawed);
  }

  /** From the last update to the order: also the very instant of the deadline, and the next. */
  private long hesitation() {
    int die = random.nextInt(100);
    if (die < 4) {
      return DayPlan.PATIENCE + die % 2;
    }
    return die < 75
        ? between(30 * SECOND, DayPlan.PATIENCE)
        : between(DayPlan.PATIENCE + SECOND, 4 * DayPlan.PATIENCE);
  }

  /** Of a till without a line: as often a few minutes as a few hours. */
  private long lateness() {
    double share = random.nextDouble();
    return (long)
        (SHORTEST_LATENESS * Math.pow((double) LONGEST_LATENESS / SHORTEST_LATENESS, share));
  }

  private Touchpoint touchpoint(
      String type, long time, String channel, Map<String, Object> properties) {
    String id = who.id() + "-" + touchpoints++;
    Setting setting = Setting.on(channel);
    return new Touchpoint(
        id, type, time, who, Actor.CUSTOMER, setting, Optional.empty(), "", properties, time);
  }

  /** Within the disorder; one in fifty is sent once more. */
  private DelayedTouchpoint promptly(Touchpoint touchpoint) {
    DelayedTouchpoint first =
        send(touchpoint, touchpoint.time() + random.nextLong(DayPlan.DISORDER));
    if (percent(2)) {
      send(touchpoint, first.sent() + between(SECOND, 10 * MINUTE));
    }
    return first;
  }

  private DelayedTouchpoint send(Touchpoint touchpoint, long at) {
    DelayedTouchpoint arrival = DelayedTouchpoint.of(touchpoint, at, pauses);
    arrivals.add(arrival);
    return arrival;
  }

  private boolean percent(int share) {
    return random.nextInt(100) < share;
  }

  private long between(long from, long to) {
    return random.nextLong(from, to);
  }
}
