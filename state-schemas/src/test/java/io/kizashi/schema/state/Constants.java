package io.kizashi.schema.state;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which constants of enums can stand in values, and which do. */
final class Constants {
  private final Set<Object> found = new LinkedHashSet<>();
  private final Set<Type> walked = new HashSet<>();

  private Constants() {}

  /** Every constant of every enum that a component of these records, or of theirs, may hold. */
  static Set<Object> possibleIn(Class<?>... records) {
    Constants constants = new Constants();
    for (Class<?> type : records) {
      constants.walk(type);
    }
    return constants.found;
  }

  /** Every constant that a value holds. */
  static Set<Object> in(Object value) {
    Constants constants = new Constants();
    constants.collect(value);
    return constants.found;
  }

  private void walk(Type type) {
    if (!walked.add(type)) {
      return;
    }
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        walk(argument);
      }
    } else if (type instanceof GenericArrayType array) {
      walk(array.getGenericComponentType());
    } else if (type instanceof Class<?> plain && plain.isEnum()) {
      found.addAll(Set.of(plain.getEnumConstants()));
    } else if (type instanceof Class<?> plain && plain.isRecord()) {
      for (RecordComponent component : plain.getRecordComponents()) {
        walk(component.getGenericType());
      }
    }
  }

  private void collect(Object value) {
    if (value instanceof Enum<?>) {
      found.add(value);
    } else if (value instanceof Optional<?> maybe) {
      maybe.ifPresent(this::collect);
    } else if (value instanceof Collection<?> all) {
      all.forEach(this::collect);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, held) -> {
            collect(key);
            collect(held);
          });
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        collect(read(component, value));
      }
    }
  }

  private static Object read(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a public record can't be read: " + component, e);
    }
  }
}
