package io.kizashi.schema.state;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code profile_updated} touchpoints said, each property from the newest that named it,
 * whatever the order of arrival. At most {@link Bounds#PROFILE_PROPERTIES}; further names are cut.
 *
 * @param entries by property name
 */
public record Profile(Map<String, Entry> entries) {
  /** The type of the touchpoints that fill it. */
  public static final String TYPE = "profile_updated";

  /** Nothing is known. */
  public static final Profile EMPTY = new Profile(Map.of());

  /** Sorts by name, so that equal profiles have equal bytes. */
  public Profile {
    entries = Collections.unmodifiableMap(new TreeMap<>(entries));
  }

  /**
   * One property.
   *
   * @param value a scalar
   * @param since the touchpoint that said so
   */
  public record Entry(Object value, Position since) {}

  /** The profile after one more touchpoint. */
  public Profile with(Touchpoint touchpoint) {
    Map<String, Entry> next = new TreeMap<>(entries);
    touchpoint
        .properties()
        .forEach(
            (name, value) -> {
              Entry known = next.get(name);
              boolean newer = known == null || touchpoint.position().isAfter(known.since());
              if (newer && (known != null || next.size() < Bounds.PROFILE_PROPERTIES)) {
                next.put(name, new Entry(value, touchpoint.position()));
              }
            });
    return new Profile(next);
  }

  /** A property that is text. */
  public Optional<String> text(String name) {
    Entry entry = entries.get(name);
    return entry != null && entry.value() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }
}
