package io.kizashi.schema;

import java.util.Objects;

/**
 * Whose state a touchpoint belongs to: a known customer or a guest. The two name spaces never meet.
 *
 * @param guest whether {@code id} is an anonymous id
 * @param id the id as it was received, never empty
 */
public record CustomerKey(boolean guest, String id) implements Comparable<CustomerKey> {
  /** Refuses an empty id. */
  public CustomerKey {
    Objects.requireNonNull(id, "id");
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a customer's id is empty; name a customer or a guest");
    }
  }

  /** A customer known by name. */
  public static CustomerKey customer(String id) {
    return new CustomerKey(false, id);
  }

  /** A guest known by an anonymous id. */
  public static CustomerKey guest(String id) {
    return new CustomerKey(true, id);
  }

  /** One text for both name spaces: what streams are keyed by. */
  public String text() {
    return (guest ? "a/" : "c/") + id;
  }

  /** The key of a {@link #text()}. */
  public static CustomerKey parse(String text) {
    return new CustomerKey(text.startsWith("a/"), text.substring(2));
  }

  @Override
  public int compareTo(CustomerKey other) {
    int byId = Utf8Order.compare(id, other.id);
    return byId != 0 ? byId : Boolean.compare(guest, other.guest);
  }
}
