package io.kizashi.lab.generate;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with an order that a shop's system tells of: it is an order all the same. */
enum Flaw {
  /** A note longer than any text may be. */
  NOTE {
    @Override
    Touchpoint in(Touchpoint order) {
      return with(order, "note", "x".repeat(2 * Bounds.STRING_CHARS));
    }
  },
  /** More lines than are kept. */
  LINES {
    @Override
    Touchpoint in(Touchpoint order) {
      Map<String, Object> line = Map.of("sku", "a-1", "quantity", 1.0);
      return with(order, "products", Collections.nCopies(Bounds.PROPERTY_VALUES, line));
    }
  },
  /** Lists within lists within lists. */
  DEPTH {
    @Override
    Touchpoint in(Touchpoint order) {
      Object inner = "a-1";
      for (int depth = 0; depth <= Bounds.PROPERTY_DEPTH; depth++) {
        inner = new ArrayList<>(List.of(inner));
      }
      return with(order, "parts", inner);
    }
  },
  /** The id of the first page that the customer viewed: the shop counts anew. */
  REUSED_ID {
    @Override
    Touchpoint in(Touchpoint order) {
      return order.under(order.cameUnder().id() + ShoppingDay.FIRST);
    }
  };

  private static final List<Flaw> ALL = List.of(values());

  /** The flaw of a number. */
  static Flaw of(int number) {
    return ALL.get(number);
  }

  /** An order with this flaw. */
  abstract Touchpoint in(Touchpoint order);

  private static Touchpoint with(Touchpoint order, String name, Object value) {
    Map<String, Object> properties = new HashMap<>(order.properties());
    properties.put(name, value);
    return order.with(order.setting(), properties);
  }
}
