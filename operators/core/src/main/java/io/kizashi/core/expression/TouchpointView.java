package io.kizashi.core.expression;

import io.kizashi.schema.Touchpoint;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A touchpoint as CEL sees it: a map that is computed when asked, so binding one costs nothing. */
public final class TouchpointView extends AbstractMap<String, Object> {
  private final Touchpoint touchpoint;

  /** A view of a touchpoint. */
  public TouchpointView(Touchpoint touchpoint) {
    this.touchpoint = touchpoint;
  }

  /** The names of all fields. */
  public static Set<String> fields() {
    return TouchpointField.BY_NAME.keySet();
  }

  Touchpoint touchpoint() {
    return touchpoint;
  }

  @Override
  public @Nullable Object get(Object key) {
    TouchpointField field = key instanceof String name ? TouchpointField.BY_NAME.get(name) : null;
    return field == null ? null : field.read().apply(touchpoint).orElse(null);
  }

  @Override
  public boolean containsKey(Object key) {
    return get(key) != null;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Map<String, Object> all = new HashMap<>();
    TouchpointField.BY_NAME.forEach(
        (name, field) -> field.read().apply(touchpoint).ifPresent(value -> all.put(name, value)));
    return all.entrySet();
  }
}
