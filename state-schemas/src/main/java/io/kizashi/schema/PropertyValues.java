package io.kizashi.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a property can hold: texts, doubles and booleans, and lists and objects of them. */
final class PropertyValues {
  private PropertyValues() {}

  /**
   * Values by name that can't be changed any more, in their order.
   *
   * @throws IllegalArgumentException if one is of another kind
   */
  static Map<String, Object> copy(Map<?, ?> properties) {
    Map<String, Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> property : properties.entrySet()) {
      String name = (String) property.getKey();
      copy.put(name, copy(name, property.getValue()));
    }
    return Collections.unmodifiableMap(copy);
  }

  private static Object copy(String name, Object value) {
    if (value instanceof String || value instanceof Double || value instanceof Boolean) {
      return value;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(item -> copy.add(copy(name, item)));
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof Map<?, ?> object) {
      return copy(object);
    }
    throw new IllegalArgumentException(
        "property '"
            + name
            + "' holds what no property can: use text, a double or a boolean, or lists and objects"
            + " of them");
  }
}
