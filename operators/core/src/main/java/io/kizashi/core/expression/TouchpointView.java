package io.kizashi.core.expression;

import io.kizashi.schema.Touchpoint;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A touchpoint as CEL sees it: a map that is computed when asked, so binding one costs nothing. */
public final class TouchpointView extends AbstractMap<String, Object> {
  private static final String STAGE = "stage";

  private final Touchpoint touchpoint;
  private final Function<Touchpoint, String> stages;

  /** A view of a touchpoint as it was sent. */
  public TouchpointView(Touchpoint touchpoint) {
    this(touchpoint, sent -> sent.setting().stage());
  }

  /**
   * A view of a touchpoint.
   *
   * @param stages tells a touchpoint's stage of the journey
   */
  public TouchpointView(Touchpoint touchpoint, Function<Touchpoint, String> stages) {
    this.touchpoint = touchpoint;
    this.stages = stages;
  }

  /** The names of all fields. */
  public static Set<String> fields() {
    return TouchpointField.BY_NAME.keySet();
  }

  /**
   * Whether a field is one text, number or truth.
   *
   * @param field one of {@link #fields}
   * @param within the name of what is meant in it, where it holds several
   */
  public static boolean isScalar(String field, Optional<String> within) {
    TouchpointField known = TouchpointField.BY_NAME.get(field);
    return known != null && known.isScalar(within);
  }

  /** The touchpoint. */
  public Touchpoint touchpoint() {
    return touchpoint;
  }

  @Override
  public @Nullable Object get(Object key) {
    if (key.equals(STAGE)) {
      return stages.apply(touchpoint);
    }
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
    all.put(STAGE, stages.apply(touchpoint));
    return all.entrySet();
  }
}
