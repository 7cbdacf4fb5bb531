package io.kizashi.control.compare;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.schema.CustomerKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that the sides do not agree on.
 *
 * @param customer whose it is
 * @param rule the rule of the moment, or of the moment that the action answers
 * @param a what side A has, if anything
 * @param b what side B has, if anything
 * @param changed names of the facts that differ, if both have it
 * @param why in plain words, as far as the outputs tell
 */
record Difference(
    CustomerKey customer,
    String rule,
    Optional<? extends Outcome> a,
    Optional<? extends Outcome> b,
    List<String> changed,
    String why) {
  /** The name of the difference that one side took it back. */
  static final String RETRACTED = "retracted";

  /** Copies the list. */
  Difference {
    changed = List.copyOf(changed);
  }

  /** Which sides have it. */
  enum Kind {
    ONLY_IN_A("only_in_a"),
    ONLY_IN_B("only_in_b"),
    CHANGED("changed");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    /** As people and programs read it. */
    String wire() {
      return wire;
    }
  }

  Kind kind() {
    if (a.isEmpty()) {
      return Kind.ONLY_IN_B;
    }
    return b.isEmpty() ? Kind.ONLY_IN_A : Kind.CHANGED;
  }

  boolean isAction() {
    return any() instanceof ActionOutcome;
  }

  /** Whether the customer gets something else, or one thing more or less. */
  boolean isOtherAction() {
    return isAction() && (kind() != Kind.CHANGED || changed.contains("action"));
  }

  /** Side A's, or B's where A has none. */
  private Outcome any() {
    return a.isPresent() ? a.get() : b.orElseThrow();
  }

  /** Names of the facts in which two differ; none if they are the same. */
  static List<String> changes(Outcome a, Outcome b) {
    Set<String> names = new LinkedHashSet<>();
    a.facts().fieldNames().forEachRemaining(names::add);
    b.facts().fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> a.facts().path(name).equals(b.facts().path(name)));
    List<String> changed = new ArrayList<>(names);
    if (a.retracted() != b.retracted()) {
      changed.add(RETRACTED);
    }
    return changed;
  }

  /** A line of {@code differences.jsonl}. */
  ObjectNode asJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("what", isAction() ? "action" : "moment").put("difference", kind().wire());
    json.put("time", any().time()).put("customer", customer.id());
    if (customer.guest()) {
      json.put("guest", true);
    }
    json.put("id", any().id()).put("rule", rule);
    if (isAction()) {
      json.put("action", any().name());
    }
    if (kind() == Kind.CHANGED) {
      changed.forEach(json.putArray("changed")::add);
    }
    a.ifPresent(outcome -> json.set("a", brief(outcome)));
    b.ifPresent(outcome -> json.set("b", brief(outcome)));
    return json.put("why", why);
  }

  private static ObjectNode brief(Outcome outcome) {
    return outcome.facts().deepCopy().put(RETRACTED, outcome.retracted());
  }
}
