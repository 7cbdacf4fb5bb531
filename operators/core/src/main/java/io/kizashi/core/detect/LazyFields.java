package io.kizashi.core.detect;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values by name, each found when it is first asked for. */
final class LazyFields extends AbstractMap<String, Object> {
  private final Map<String, Optional<Object>> known = new HashMap<>();
  private final Function<String, Optional<Object>> find;

  LazyFields(Function<String, Optional<Object>> find) {
    this.find = find;
  }

  @Override
  public @Nullable Object get(Object key) {
    Optional<Object> value = known.get(key);
    if (value == null) {
      value = find.apply((String) key);
      known.put((String) key, value);
    }
    return value.orElse(null);
  }

  @Override
  public boolean containsKey(Object key) {
    return get(key) != null;
  }

  /** What was asked for so far: expressions name what they read, and never list it. */
  @Override
  public Set<Entry<String, Object>> entrySet() {
    Map<String, Object> present = new HashMap<>();
    known.forEach((name, value) -> value.ifPresent(v -> present.put(name, v)));
    return present.entrySet();
  }
}
