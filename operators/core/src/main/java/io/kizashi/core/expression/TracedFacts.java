package io.kizashi.core.expression;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts of which is noted what is read, and of which single values can be taken for others: what if
 * the customer had spent more?
 */
public final class TracedFacts implements Facts {
  private final Facts facts;
  private final Map<String, Object> others;
  private final Map<String, Object> read;
  private final Map<String, Fields> watched = new HashMap<>();

  private TracedFacts(Facts facts, Map<String, Object> others, Map<String, Object> read) {
    this.facts = facts;
    this.others = others;
    this.read = read;
  }

  /**
   * Notes what is read.
   *
   * @param read gets the values by name, like {@code signals.cart_value}
   */
  public static Facts noting(Facts facts, Map<String, Object> read) {
    return new TracedFacts(facts, Map.of(), read);
  }

  /** Facts in which one value is another. */
  public static Facts supposing(Facts facts, Comparison what, double value) {
    return new TracedFacts(facts, Map.of(what.name(), value), new HashMap<>());
  }

  @Override
  public Optional<Object> find(String name) {
    Fields known = watched.get(name);
    if (known != null) {
      return known.found;
    }
    Optional<Object> found = facts.find(name);
    if (found.isPresent() && found.get() instanceof Map<?, ?> fields) {
      Fields noted = new Fields(name, fields);
      watched.put(name, noted);
      return noted.found;
    }
    found.ifPresent(value -> read.put(name, value));
    return found;
  }

  private final class Fields extends AbstractMap<String, Object> {
    private final String name;
    private final Map<?, ?> fields;
    private final Map<Object, Object> values = new HashMap<>();
    private final Optional<Object> found = Optional.of(this);

    Fields(String name, Map<?, ?> fields) {
      this.name = name;
      this.fields = fields;
    }

    @Override
    public @Nullable Object get(Object field) {
      Object value = values.get(field);
      if (value == null) {
        String path = name + "." + field;
        Object other = others.get(path);
        value = other != null ? other : fields.get(field);
        if (value != null) {
          values.put(field, value);
          read.put(path, value);
        }
      }
      return value;
    }

    @Override
    public boolean containsKey(Object field) {
      return get(field) != null;
    }

    @Override
    @SuppressWarnings("unchecked") // facts have names
    public Set<Entry<String, Object>> entrySet() {
      return ((Map<String, Object>) fields).entrySet();
    }
  }
}
