package io.kizashi.lab.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Rfc3339;
import java.util.Optional;

/**
 * The truth about a cart worth a message.
 *
 * @param who customer or guest
 * @param touchpoint id of its last update
 * @param updated when that was
 * @param order what became of it, if the customer ever bought
 */
record Cart(CustomerKey who, String touchpoint, long updated, Optional<Order> order) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * An order.
   *
   * @param time when it was placed
   * @param sent when its source told of it
   * @param arrived when its partition took it in
   * @param flawed whether a part of it can't be kept, or it came under an id used before
   */
  record Order(long time, long sent, long arrived, boolean flawed) {}

  /** When its half hour ends. */
  long deadline() {
    return updated + DayPlan.PATIENCE;
  }

  /** Whether nothing was ordered up to the deadline. */
  boolean abandoned() {
    return order.isEmpty() || order.get().time() > deadline();
  }

  /** When a message on it leaves. */
  private long leaves() {
    return DayPlan.leaves(deadline());
  }

  /** Whether it was bought before what is decided on its deadline leaves: then nothing should. */
  boolean boughtWhileLeaving() {
    return abandoned() && order.filter(it -> it.time() <= leaves() + DayPlan.DISORDER).isPresent();
  }

  /** Whether a message on it is false: what it says was not so any more when it left. */
  boolean isUnworthy() {
    return order.filter(it -> it.time() <= leaves()).isPresent();
  }

  /** Whether whoever sends a message on it could know of the order. */
  boolean couldBeKnown() {
    return order.filter(it -> it.sent() <= leaves() + DayPlan.DISORDER).isPresent();
  }

  /** Whether it was bought with an order of which not all could be read. */
  boolean isFlawed() {
    return order.filter(Order::flawed).isPresent();
  }

  /** Whether it was bought in time, and its source told of it too late for anybody to know. */
  boolean toldTooLate() {
    return !abandoned() && order.get().sent() > deadline() + DayPlan.DISORDER;
  }

  /** Whether it was bought in time, and only a paused partition kept that back. */
  boolean heldBack() {
    return !abandoned() && !toldTooLate() && order.get().arrived() > deadline() + DayPlan.DISORDER;
  }

  /** A line of the truth. */
  String line() {
    ObjectNode json =
        JSON.createObjectNode()
            .put(who.guest() ? "anonymous" : "customer", who.id())
            .put("cart", touchpoint)
            .put("updated", Rfc3339.format(updated))
            .put("abandoned", abandoned());
    if (abandoned()) {
      json.put("at", Rfc3339.format(deadline()));
    }
    order.ifPresent(
        o ->
            json.put("ordered", Rfc3339.format(o.time()))
                .put("sent", Rfc3339.format(o.sent()))
                .put("arrived", Rfc3339.format(o.arrived())));
    return json.toString();
  }
}
