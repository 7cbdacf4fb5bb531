package io.kizashi.oracle.moments;

import io.kizashi.oracle.story.StoryArrival;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.sessions.JqwikSession;

/**
 * A random stream of several customers: sessions, deadlines, profiles that change, and touchpoints
 * out of order, twice and far too late.
 *
 * @param rulebook the text of the rulebook that it is made for
 * @param deliveries in the order of arrival
 */
public record RandomStream(String rulebook, List<Delivery> deliveries) {
  /** Nothing is proven. */
  public static final long UNPROVEN = Long.MIN_VALUE;

  private static final int CUSTOMERS = 4;

  /** Copies the deliveries. */
  public RandomStream {
    deliveries = List.copyOf(deliveries);
  }

  /**
   * A touchpoint as the engine gets it.
   *
   * @param proven up to when time is proven afterwards, milliseconds since the epoch; it may lie
   *     before what was proven already, or be {@link #UNPROVEN}
   */
  public record Delivery(Touchpoint touchpoint, long proven) {}

  /** The stream of a seed: always the same one. */
  public static RandomStream of(long seed) {
    List<MomentCase> stories = new ArrayList<>();
    JqwikSession.run(() -> stories.addAll(new MomentCases().several(seed, CUSTOMERS)));
    RandomRulebook rulebook = stories.get(0).rulebook();
    List<StoryArrival> arrivals = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      CustomerKey customer = CustomerKey.customer("c-" + i);
      stories.get(i).arrivals().forEach(arrival -> arrivals.add(arrival.of(customer)));
    }
    return new RandomStream(
        rulebook.yaml(),
        new MomentCase(rulebook, arrivals)
            .deliveries().stream().map(it -> new Delivery(it.touchpoint(), it.proven())).toList());
  }
}
