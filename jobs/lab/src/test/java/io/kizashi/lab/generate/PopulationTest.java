package io.kizashi.lab.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PopulationTest {
  private static final long START = 1_741_305_600_000L;
  private static final DayPlan PLAN = new DayPlan(2_000, 7, START);

  private final List<Cart> truth = new ArrayList<>();
  private final List<DelayedTouchpoint> stream = new ArrayList<>();
  private final Population population = new Population(PLAN);

  PopulationTest() {
    population.play(truth::add, stream::add);
  }

  @Test
  void theSameSeedMakesUpTheSamePeopleAndAnotherOneOthers() {
    List<DelayedTouchpoint> again = new ArrayList<>();
    population.play(cart -> {}, again::add);
    List<DelayedTouchpoint> others = new ArrayList<>();
    new Population(new DayPlan(2_000, 8, START)).play(cart -> {}, others::add);

    assertThat(again).isEqualTo(stream);
    assertThat(others).isNotEqualTo(stream);
  }

  @Test
  void touchpointsStandInOrderOfArrivalAndNoneArrivesWhileItsPartitionStandsStill() {
    assertThat(stream).isSorted();
    assertThat(stream)
        .allMatch(a -> a.at() >= a.sent() && a.sent() >= a.touchpoint().time())
        .noneMatch(a -> a.at() == a.sent() && population.pauses().holds(a.partition(), a.at()))
        .allMatch(a -> a.at() < START + DayPlan.END);
    assertThat(stream).anyMatch(a -> a.at() > a.sent());
  }

  @Test
  void theTruthIsWhatALookAtTheWholeStreamShows() {
    Map<CustomerKey, List<Touchpoint>> byCustomer = new HashMap<>();
    stream.forEach(
        a ->
            byCustomer
                .computeIfAbsent(a.touchpoint().cameUnder(), who -> new ArrayList<>())
                .add(a.touchpoint()));
    List<String> expected = new ArrayList<>();
    byCustomer.values().forEach(own -> expected.addAll(abandoned(own)));

    assertThat(truth.stream().filter(Cart::abandoned).map(Cart::touchpoint))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(truth).anyMatch(Cart::toldTooLate).anyMatch(Cart::heldBack);
    assertThat(truth)
        .anyMatch(c -> c.order().stream().anyMatch(o -> o.time() == c.deadline()))
        .anyMatch(c -> c.order().stream().anyMatch(o -> o.time() == c.deadline() + 1))
        .anyMatch(c -> c.who().guest());
  }

  /** Every cart worth a message after which neither an order nor another such cart comes. */
  private static List<String> abandoned(List<Touchpoint> own) {
    return own.stream()
        .filter(PopulationTest::isWorth)
        .filter(
            cart ->
                own.stream()
                    .filter(t -> t.type().equals("order_placed") || isWorth(t))
                    .noneMatch(
                        t -> t.time() > cart.time() && t.time() <= cart.time() + 30 * 60_000))
        .map(Touchpoint::id)
        .distinct()
        .toList();
  }

  private static boolean isWorth(Touchpoint touchpoint) {
    return touchpoint.properties().get("cartValue") instanceof Double value
        && touchpoint.type().equals("cart_updated")
        && value >= 3_000;
  }
}
