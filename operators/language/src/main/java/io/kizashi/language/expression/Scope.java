package io.kizashi.language.expression;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.FactName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which names an expression may use where it stands.
 *
 * @param event whether there is a touchpoint at hand
 * @param facts whether it sees what is known of the customer
 * @param segments whether it sees the segments too
 * @param captures touchpoints of earlier steps
 */
public record Scope(boolean event, boolean facts, boolean segments, Set<String> captures) {
  /** Only the touchpoint at hand: signals and stages. */
  public static final Scope EVENT = new Scope(true, false, false, Set.of());

  /** Only what is known of the customer: segments. */
  public static final Scope CUSTOMER = new Scope(false, true, false, Set.of());

  /** Copies the captures. */
  public Scope {
    captures = Set.copyOf(captures);
  }

  /** A step's touchpoint, with those of earlier steps. */
  public static Scope step(Collection<String> captures) {
    return new Scope(true, true, true, Set.copyOf(captures));
  }

  /** The end of an attempt, or of a step, with the touchpoints of its steps. */
  public static Scope end(Collection<String> captures) {
    return new Scope(false, true, true, Set.copyOf(captures));
  }

  /** What has fields of its own: {@code session.id}, {@code local.hour}; no touchpoint's. */
  public static Set<String> factNames() {
    return Structures.dotted();
  }

  /** The fields of a touchpoint, {@code emotion.valence} among them. */
  public static Set<String> fieldNames() {
    return Structures.ofTouchpoints();
  }

  /** All names, for hints. */
  Collection<String> names() {
    Set<String> names = new TreeSet<>(captures);
    if (event) {
      names.add(Bindings.EVENT);
    }
    if (facts) {
      Structures.FACTS.forEach(fact -> names.add(fact.text()));
    }
    if (segments) {
      names.add(FactName.SEGMENTS.text());
    }
    return List.copyOf(names);
  }
}
