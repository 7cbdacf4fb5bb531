package io.kizashi.lab.generate;

import java.util.PriorityQueue;
import java.util.function.Consumer;

/** All customers of a plan, in the order in which what they do arrives. */
final class Population {
  private final DayPlan plan;
  private final Pauses pauses;

  Population(DayPlan plan) {
    this.plan = plan;
    this.pauses = new Pauses(plan);
  }

  Pauses pauses() {
    return pauses;
  }

  /**
   * Makes them up, as often as it is asked for; holds no more of them than are under way at once.
   *
   * @param truth gets every cart worth a message
   * @param stream gets every touchpoint in order of arrival
   */
  void play(Consumer<Cart> truth, Consumer<DelayedTouchpoint> stream) {
    PriorityQueue<DelayedTouchpoint> underWay = new PriorityQueue<>();
    for (int customer = 0; customer < plan.customers(); customer++) {
      // Nobody to come does anything before this.
      long comes = plan.comes(customer);
      while (!underWay.isEmpty() && underWay.element().at() < comes) {
        stream.accept(underWay.remove());
      }
      ShoppingDay story = new ShoppingDay(plan, pauses, customer);
      story.carts().forEach(truth);
      underWay.addAll(story.arrivals());
    }
    while (!underWay.isEmpty()) {
      stream.accept(underWay.remove());
    }
  }
}
