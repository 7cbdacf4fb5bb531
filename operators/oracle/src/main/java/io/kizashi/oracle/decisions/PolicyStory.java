package io.kizashi.oracle.decisions;

import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A random rulebook with a random story of one customer.
 *
 * @param arrivals what happens, and how late it arrives; the touchpoints' ids differ
 */
record PolicyStory(PolicyRulebook rulebook, List<Arrival> arrivals) {
  /** Whose stories they all are. */
  static final CustomerKey CUSTOMER = CustomerKey.customer("c-1");

  /** Copies the arrivals. */
  PolicyStory {
    arrivals = List.copyOf(arrivals);
  }

  /**
   * One touchpoint on its way.
   *
   * @param delay milliseconds that it arrives late
   */
  record Arrival(Touchpoint touchpoint, long delay) {
    private String show() {
      Touchpoint t = touchpoint;
      String channel = t.setting().channel().isEmpty() ? "" : " on " + t.setting().channel();
      return "  %s %s %s%s %s, late by %d\n"
          .formatted(t.id(), Rfc3339.format(t.time()), t.type(), channel, t.properties(), delay);
    }
  }

  /**
   * A touchpoint as the engine gets it.
   *
   * @param clock the time that is proven just before
   */
  record Delivery(Touchpoint touchpoint, long clock) {}

  /**
   * Every touchpoint in order, each as late as the disorder allows, so that all before is judged.
   */
  List<Delivery> inOrder() {
    return known().stream().map(t -> new Delivery(t, t.time() + rulebook.disorder() - 1)).toList();
  }

  /** None later than the disorder allows. */
  List<Delivery> withinDisorder() {
    return delivered(
        arrivals.stream().map(a -> new Arrival(a.touchpoint(), a.delay() % rulebook.disorder())));
  }

  /** However late. */
  List<Delivery> anyhow() {
    return delivered(arrivals.stream());
  }

  private static List<Delivery> delivered(Stream<Arrival> arrivals) {
    return arrivals
        .map(a -> new Delivery(a.touchpoint(), a.touchpoint().time() + a.delay()))
        .sorted(Comparator.comparingLong(Delivery::clock))
        .toList();
  }

  /** Every touchpoint, in order. */
  List<Touchpoint> known() {
    return arrivals.stream()
        .map(Arrival::touchpoint)
        .sorted(Comparator.comparing(Touchpoint::position))
        .toList();
  }

  /** The same with another rulebook. */
  PolicyStory rulebook(PolicyRulebook other) {
    return new PolicyStory(other, arrivals);
  }

  /** The same without some of its arrivals. */
  PolicyStory without(int from, int size) {
    List<Arrival> rest = new ArrayList<>(arrivals);
    rest.subList(from, Math.min(from + size, rest.size())).clear();
    return new PolicyStory(rulebook, rest);
  }

  /** The same, in which one touchpoint more is in time. */
  Stream<PolicyStory> punctual() {
    return arrivals.stream()
        .filter(arrival -> arrival.delay() > 0)
        .map(
            late ->
                new PolicyStory(
                    rulebook,
                    arrivals.stream()
                        .map(it -> it.equals(late) ? new Arrival(it.touchpoint(), 0) : it)
                        .toList()));
  }

  String show() {
    StringBuilder text = new StringBuilder(rulebook.yaml());
    rulebook
        .policies()
        .pauses()
        .forEach(pause -> text.append("paused: ").append(pause).append('\n'));
    arrivals.stream()
        .sorted(Comparator.comparing(arrival -> arrival.touchpoint().position()))
        .forEach(arrival -> text.append(arrival.show()));
    return text.toString();
  }
}
