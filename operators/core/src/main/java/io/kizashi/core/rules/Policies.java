package io.kizashi.core.rules;

import io.kizashi.core.recipient.CustomerList;
import io.kizashi.core.recipient.Owners;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.CustomerKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What holds for every action of a rulebook.
 *
 * @param tiers kinds, the first before all others; empty where all kinds are equal
 * @param guards what keeps actions back while something holds
 * @param refusals what keeps actions back after an outcome
 * @param caps how often at most
 * @param quietHours when customers are left alone: while any of them says so
 * @param excluded lists of customers who get no message
 * @param consented channels on which advertising needs consent
 * @param addresses how customers are addressed, by language
 * @param owners whom tasks are for; empty where nobody is named
 */
public record Policies(
    List<ActionKind> tiers,
    List<Guard> guards,
    List<RefusalPolicy> refusals,
    List<Cap> caps,
    List<QuietHours> quietHours,
    List<CustomerList> excluded,
    Set<String> consented,
    Map<String, Address> addresses,
    Optional<Owners> owners) {
  /** No policy but whom tasks are for. */
  public static Policies of(Optional<Owners> owners) {
    return new Policies(
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Set.of(), Map.of(),
        owners);
  }

  /** Copies the collections. */
  public Policies {
    tiers = List.copyOf(tiers);
    guards = List.copyOf(guards);
    refusals = List.copyOf(refusals);
    caps = List.copyOf(caps);
    quietHours = List.copyOf(quietHours);
    excluded = List.copyOf(excluded);
    consented = Set.copyOf(consented);
    addresses = Map.copyOf(addresses);
  }

  /** The first list that keeps an action from a customer; what staff do about one goes on. */
  public Optional<CustomerList> excluding(ActionRule action, CustomerKey customer) {
    return excluded.stream()
        .filter(list -> action.isForCustomer() && list.holds(customer))
        .findFirst();
  }

  /** Whether something in them spares customers: what arrives late may show that it should have. */
  public boolean spare() {
    return !(guards.isEmpty() && refusals.isEmpty() && consented.isEmpty() && quietHours.isEmpty());
  }

  /** The place of a kind among the tiers, 0 first; 0 for all where there are none. */
  public int tier(ActionKind kind) {
    return Math.max(0, tiers.indexOf(kind));
  }
}
