package io.kizashi.language.expression;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.TouchpointView;
import java.util.Map;
import java.util.Optional;

/**
 * Something that an expression can't do without: a property of a touchpoint, or a field of what is
 * known of the customer.
 *
 * @param variable the touchpoint's name, or {@code customer} or {@code signals}
 * @param property the property's or the field's name
 */
record PropertyPath(String variable, String property) {
  /** Whether it is there. */
  boolean isIn(Bindings bindings) {
    Optional<Object> found = bindings.find(variable);
    if (found.isEmpty()) {
      return false;
    }
    return found.get() instanceof TouchpointView view
        ? view.touchpoint().properties().containsKey(property)
        : found.get() instanceof Map<?, ?> fields && fields.containsKey(property);
  }

  /** The value of a touchpoint's property. */
  Optional<Object> read(Bindings bindings) {
    return bindings
        .find(variable)
        .filter(TouchpointView.class::isInstance)
        .map(view -> ((TouchpointView) view).touchpoint().properties().get(property));
  }
}
