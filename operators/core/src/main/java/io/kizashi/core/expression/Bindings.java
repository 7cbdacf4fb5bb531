package io.kizashi.core.expression;

import io.kizashi.schema.Touchpoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the names in an expression stand for. */
public final class Bindings {
  /** The name of the current touchpoint. */
  public static final String EVENT = "event";

  private static final Bindings NONE = new Bindings(Map.of(), Optional.empty(), Facts.NONE);

  private final Map<String, TouchpointView> captures;
  private final Optional<TouchpointView> event;
  private final Facts facts;

  private Bindings(
      Map<String, TouchpointView> captures, Optional<TouchpointView> event, Facts facts) {
    this.captures = captures;
    this.event = event;
    this.facts = facts;
  }

  /** No capture, no current touchpoint, nothing known. */
  public static Bindings none() {
    return NONE;
  }

  /** These bindings, with {@code event} standing for a touchpoint. */
  public Bindings event(TouchpointView touchpoint) {
    return new Bindings(captures, Optional.of(touchpoint), facts);
  }

  /** These bindings, seen from where these facts hold. */
  public Bindings at(Facts place) {
    return new Bindings(captures, event, place);
  }

  /** These bindings, with one more capture; an empty name captures nothing. */
  public Bindings capture(String name, TouchpointView touchpoint) {
    if (name.isEmpty()) {
      return this;
    }
    Map<String, TouchpointView> more = new HashMap<>(captures);
    more.put(name, touchpoint);
    return new Bindings(more, event, facts);
  }

  /** What a name stands for; empty where it is not known. */
  public Optional<Object> find(String name) {
    if (name.equals(EVENT)) {
      return event.map(view -> view);
    }
    TouchpointView captured = captures.get(name);
    return captured == null ? facts.find(name) : Optional.of(captured);
  }

  /** The current touchpoint; empty where there is none. */
  public Optional<Touchpoint> touchpoint() {
    return event.map(TouchpointView::touchpoint);
  }

  /** The type of the current touchpoint; empty where there is none. */
  public String type() {
    return event.map(view -> view.touchpoint().type()).orElse("");
  }
}
