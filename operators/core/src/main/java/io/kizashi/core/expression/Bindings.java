package io.kizashi.core.expression;

import dev.cel.runtime.CelVariableResolver;
import io.kizashi.schema.Touchpoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the names in an expression stand for: the current touchpoint and the captured ones. */
public final class Bindings implements CelVariableResolver {
  /** The name of the current touchpoint. */
  public static final String EVENT = "event";

  private final Map<String, TouchpointView> captures;
  private final Optional<Object> event;

  private Bindings(Map<String, TouchpointView> captures, Optional<Object> event) {
    this.captures = captures;
    this.event = event;
  }

  /** No capture, no current touchpoint. */
  public static Bindings none() {
    return new Bindings(Map.of(), Optional.empty());
  }

  /** These bindings, with {@code event} standing for a touchpoint. */
  public Bindings event(Touchpoint touchpoint) {
    return new Bindings(captures, Optional.of(new TouchpointView(touchpoint)));
  }

  /** These bindings, with one more capture; an empty name captures nothing. */
  public Bindings capture(String name, Touchpoint touchpoint) {
    if (name.isEmpty()) {
      return this;
    }
    Map<String, TouchpointView> more = new HashMap<>(captures);
    more.put(name, new TouchpointView(touchpoint));
    return new Bindings(more, event);
  }

  @Override
  public Optional<Object> find(String name) {
    return name.equals(EVENT) ? event : Optional.ofNullable(captures.get(name));
  }

  /** Whether a touchpoint that is bound has a property. */
  boolean hasProperty(String variable, String property) {
    return find(variable)
        .filter(TouchpointView.class::isInstance)
        .map(view -> ((TouchpointView) view).touchpoint().properties().containsKey(property))
        .orElse(false);
  }
}
