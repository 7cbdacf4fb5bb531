package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.StoryArrival;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.Touchpoint;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A random rulebook with a random story of one customer.
 *
 * @param arrivals what happens, and how late it arrives; the touchpoints' ids differ
 */
record PolicyStory(PolicyRulebook rulebook, List<StoryArrival> arrivals) {
  /** Copies the arrivals. */
  PolicyStory {
    arrivals = List.copyOf(arrivals);
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
    return delivered(arrivals.stream().map(arrival -> arrival.within(rulebook.disorder())));
  }

  /** However late. */
  List<Delivery> anyhow() {
    return delivered(arrivals.stream());
  }

  private static List<Delivery> delivered(Stream<StoryArrival> arrivals) {
    return arrivals
        .map(arrival -> new Delivery(arrival.touchpoint(), arrival.arrivesAt()))
        .sorted(Comparator.comparingLong(Delivery::clock))
        .toList();
  }

  /** Every touchpoint, in order. */
  List<Touchpoint> known() {
    return StoryArrival.inOrder(arrivals);
  }

  /** The same with another rulebook. */
  PolicyStory rulebook(PolicyRulebook other) {
    return new PolicyStory(other, arrivals);
  }

  /** The same without some of its arrivals. */
  PolicyStory without(int from, int size) {
    return new PolicyStory(rulebook, StoryArrival.without(arrivals, from, size));
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
                        .map(it -> it.equals(late) ? StoryArrival.once(it.touchpoint(), 0) : it)
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
        .forEach(arrival -> text.append(shown(arrival)));
    return text.toString();
  }

  private static String shown(StoryArrival arrival) {
    Touchpoint t = arrival.touchpoint();
    String channel = t.setting().channel().isEmpty() ? "" : " on " + t.setting().channel();
    return "  %s %s %s%s %s, late by %d\n"
        .formatted(
            t.id(), Rfc3339.format(t.time()), t.type(), channel, t.properties(), arrival.delay());
  }
}
