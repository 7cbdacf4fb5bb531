package io.kizashi.local.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the conditions of a rulebook could not read.
 *
 * @param places by place in the rulebook and then by reason, how often
 */
record UnreadSummary(SortedMap<String, SortedMap<String, Long>> places) {
  /** Places that are named; the first ones by name, the rest are added up. */
  private static final int MOST = 256;

  private static final String OTHERS = "others";

  /** Copies the map. */
  UnreadSummary {
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  /** As {@code summary.json} has it: the same in whatever order it was counted. */
  ObjectNode asJson() {
    ObjectNode json = new ObjectMapper().createObjectNode();
    bounded().forEach((place, reasons) -> reasons.forEach(json.withObjectProperty(place)::put));
    return json;
  }

  private Map<String, SortedMap<String, Long>> bounded() {
    SortedMap<String, SortedMap<String, Long>> bounded = new TreeMap<>();
    SortedMap<String, Long> rest = new TreeMap<>();
    places.forEach(
        (place, reasons) -> {
          if (bounded.size() < MOST) {
            bounded.put(place, reasons);
          } else {
            reasons.forEach((why, count) -> rest.merge(why, count, Long::sum));
          }
        });
    if (!rest.isEmpty()) {
      bounded.put(OTHERS, rest);
    }
    return bounded;
  }

  /** For people; empty where all was read. */
  Optional<String> asText() {
    return isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "conditions that could not read what they ask for: %,d; summary.json says which,"
                    + " and why",
                places.size()));
  }
}
