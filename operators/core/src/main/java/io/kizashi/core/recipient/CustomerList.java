package io.kizashi.core.recipient;

import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Sha256;
import java.util.Set;
import java.util.TreeSet;

/**
 * Customers whom a rulebook names.
 *
 * @param name what the rulebook calls them
 * @param ids as touchpoints carry them under {@code customer}, to the letter; at most {@link
 *     #MOST_IDS}
 * @param definition fingerprint of who is on it
 */
public record CustomerList(String name, Set<String> ids, String definition) {
  /** Lists of one rulebook. */
  public static final int MOST = 32;

  /**
   * Ids in all lists of one rulebook: some megabytes of its text, and of every task's memory. Whom
   * a whole part of the customers is meant by, the profile tells.
   */
  public static final int MOST_IDS = 100_000;

  /** A list of these ids. */
  public static CustomerList of(String name, Set<String> ids) {
    return new CustomerList(name, ids, Sha256.id(String.join("\n", new TreeSet<>(ids))));
  }

  /** Copies the ids. */
  public CustomerList {
    ids = Set.copyOf(ids);
  }

  /** Whether a customer is on it; a guest never is, whose name nobody knows. */
  public boolean holds(CustomerKey customer) {
    return !customer.guest() && ids.contains(customer.id());
  }
}
