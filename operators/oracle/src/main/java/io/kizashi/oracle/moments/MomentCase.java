package io.kizashi.oracle.moments;

import io.kizashi.oracle.story.StoryArrival;
import io.kizashi.schema.Actor;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A random rulebook with a random story of one customer.
 *
 * @param rulebook the rulebook
 * @param arrivals what happens, and when it is told; the touchpoints' ids differ
 */
record MomentCase(RandomRulebook rulebook, List<StoryArrival> arrivals) {
  /** Copies the arrivals. */
  MomentCase {
    arrivals = List.copyOf(arrivals);
  }

  /** One touchpoint as the engine gets it, and how far time is proven afterwards. */
  record Delivery(Touchpoint touchpoint, long proven, long arrivesAt) {
    String show() {
      Touchpoint t = touchpoint;
      String head = "  " + t.id() + " " + t.type() + " " + Rfc3339.format(t.time());
      return head
          + said("actor", t.actor() == Actor.CUSTOMER ? "" : t.actor().wire())
          + said("channel", t.setting().channel().equals("web") ? "" : t.setting().channel())
          + said("session", t.setting().session())
          + said("contact", t.setting().contact())
          + said("case", t.setting().caseId())
          + said("account", t.setting().account())
          + said("place", t.setting().place())
          + said("region", t.setting().region())
          + said("stage", t.setting().stage())
          + said("values", String.join(" ", t.setting().values()))
          + said("text", t.text())
          + said("says", t.properties().isEmpty() ? "" : t.properties().toString())
          + said("feels", t.emotion().map(Delivery::feeling).orElse(""))
          + said("proven", proven == Long.MIN_VALUE ? "" : Rfc3339.format(proven));
    }

    private static String feeling(Emotion emotion) {
      return emotion.valence() + " " + emotion.arousal() + " by " + emotion.confidence();
    }

    private static String said(String what, String text) {
      return text.isEmpty() ? "" : ", " + what + " " + text;
    }
  }

  /** In the order of arrival, with the proofs of time that the story holds. */
  List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    for (StoryArrival arrival : arrivals) {
      Touchpoint t = arrival.touchpoint();
      long proven = arrival.proof().map(behind -> t.time() - behind).orElse(Long.MIN_VALUE);
      long at = arrival.arrivesAt();
      deliveries.add(new Delivery(t, proven, at));
      arrival.again().ifPresent(more -> deliveries.add(new Delivery(t, proven, at + more)));
    }
    deliveries.sort(Comparator.comparingLong(Delivery::arrivesAt));
    return deliveries;
  }

  /** Whether touchpoints leave the history by their number. */
  boolean isCrowded() {
    return rulebook.touchpoints() < RandomRulebook.MOST;
  }

  /** Every touchpoint once, in order. */
  List<Touchpoint> sorted() {
    return StoryArrival.inOrder(arrivals);
  }

  /** Every touchpoint once, none later than the disorder allows. */
  List<Touchpoint> withinDisorder() {
    return arrivals.stream()
        .map(arrival -> arrival.within(rulebook.disorder()))
        .sorted(Comparator.comparingLong(StoryArrival::arrivesAt))
        .map(StoryArrival::touchpoint)
        .toList();
  }

  /** The same without some of its arrivals. */
  MomentCase without(int from, int size) {
    return new MomentCase(rulebook, StoryArrival.without(arrivals, from, size));
  }

  /** The same without a rule; the last one stays. */
  MomentCase withoutRule(int index) {
    List<RandomRule> rest = new ArrayList<>(rulebook.rules());
    if (rest.size() > 1) {
      rest.remove(index);
    }
    return new MomentCase(
        rulebook.with(rulebook.retention(), rulebook.touchpoints(), rest), arrivals);
  }

  String show() {
    StringBuilder text = new StringBuilder(rulebook.yaml());
    deliveries().forEach(delivery -> text.append(delivery.show()).append('\n'));
    return text.toString();
  }
}
