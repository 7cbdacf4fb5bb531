package io.kizashi.oracle.story;

import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One touchpoint on its way. All times are milliseconds.
 *
 * @param delay how late it arrives
 * @param again how much later it arrives a second time
 * @param proof how far behind its own time (ahead, if negative) time is proven when it arrives
 */
public record StoryArrival(
    Touchpoint touchpoint, long delay, Optional<Long> again, Optional<Long> proof) {
  /** A touchpoint that arrives once and proves nothing. */
  public static StoryArrival once(Touchpoint touchpoint, long delay) {
    return new StoryArrival(touchpoint, delay, Optional.empty(), Optional.empty());
  }

  /** When it arrives first. */
  public long arrivesAt() {
    return touchpoint.time() + delay;
  }

  /** The same, no later than the disorder allows. */
  public StoryArrival within(long disorder) {
    return new StoryArrival(touchpoint, delay % Math.max(1, disorder), again, proof);
  }

  /** The same under another id and at another time. */
  public StoryArrival as(String id, long time) {
    return as(id, time, touchpoint.cameUnder());
  }

  /** The same of another customer. */
  public StoryArrival of(CustomerKey customer) {
    return as(touchpoint.id(), touchpoint.time(), customer);
  }

  private StoryArrival as(String id, long time, CustomerKey customer) {
    Touchpoint t = touchpoint;
    Touchpoint other =
        new Touchpoint(
            id,
            t.type(),
            time,
            customer,
            t.actor(),
            t.setting(),
            t.emotion(),
            t.text(),
            t.properties(),
            t.arrival());
    return new StoryArrival(other, delay, again, proof);
  }

  /** Every touchpoint once, in order. */
  public static List<Touchpoint> inOrder(List<StoryArrival> arrivals) {
    return arrivals.stream()
        .map(StoryArrival::touchpoint)
        .sorted(Comparator.comparing(Touchpoint::position))
        .toList();
  }

  /** The same arrivals without some that follow one another. */
  public static List<StoryArrival> without(List<StoryArrival> arrivals, int from, int size) {
    List<StoryArrival> rest = new ArrayList<>(arrivals);
    rest.subList(from, Math.min(from + size, rest.size())).clear();
    return rest;
  }
}
