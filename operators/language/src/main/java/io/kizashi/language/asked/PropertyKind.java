package io.kizashi.language.asked;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What kind of thing the value of a property is. */
public enum PropertyKind {
  TEXT("text"),
  NUMBER("number"),
  TRUTH("truth"),
  LIST("list"),
  OBJECT("object");

  /** A text, a number or a truth. */
  static final Set<PropertyKind> SINGLE = Set.of(TEXT, NUMBER, TRUTH);

  /** What points in time are written as. */
  static final Set<PropertyKind> TIME = Set.of(TEXT, NUMBER);

  /** What may hold several. */
  static final Set<PropertyKind> SEVERAL = Set.of(LIST, OBJECT);

  /** What has a size. */
  static final Set<PropertyKind> SIZED = Set.of(TEXT, LIST, OBJECT);

  private final String wire;

  PropertyKind(String wire) {
    this.wire = wire;
  }

  /** As tracking plans and summaries call it. */
  public String wire() {
    return wire;
  }

  /** The kind of a touchpoint's value. */
  public static PropertyKind of(Object value) {
    if (value instanceof String) {
      return TEXT;
    }
    if (value instanceof Boolean) {
      return TRUTH;
    }
    if (value instanceof List<?>) {
      return LIST;
    }
    return value instanceof Map<?, ?> ? OBJECT : NUMBER;
  }
}
