package io.kizashi.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Random lists and objects within the bounds of one property. */
final class RandomStructures {
  private static final int WIDTH = 4;

  private final RandomNouns nouns;

  RandomStructures(RandomNouns nouns) {
    this.nouns = nouns;
  }

  Object structure() {
    return structure(1);
  }

  private Object structure(int depth) {
    return nouns.below(2) == 0 ? list(depth) : object(depth);
  }

  private List<Object> list(int depth) {
    List<Object> list = new ArrayList<>();
    for (int i = nouns.below(WIDTH); i > 0; i--) {
      list.add(value(depth + 1));
    }
    return list;
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = nouns.below(WIDTH); i > 0; i--) {
      object.put(nouns.name(), value(depth + 1));
    }
    return object;
  }

  private Object value(int depth) {
    return depth <= Bounds.PROPERTY_DEPTH && nouns.below(2) == 0
        ? structure(depth)
        : nouns.scalar();
  }
}
