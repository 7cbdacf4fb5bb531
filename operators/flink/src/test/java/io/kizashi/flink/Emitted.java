package io.kizashi.flink;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What subscribers have seen: by customer and output, in order, and what of it stands. */
final class Emitted {
  private static final String TAKEN_BACK = ".retracted";

  private final Map<String, List<String>> byCustomer = new TreeMap<>();
  private final Set<String> standing = new TreeSet<>();

  /** Takes note of a record on an output. */
  void add(String output, OutputRecord record) {
    String customer = new String(record.key(), StandardCharsets.UTF_8);
    byCustomer
        .computeIfAbsent(customer + " " + output, key -> new ArrayList<>())
        .add(record.type() + " " + new String(record.value(), StandardCharsets.UTF_8));
    String id = record.id().substring(0, record.id().lastIndexOf('/'));
    if (record.type().endsWith(TAKEN_BACK)) {
      standing.remove(id);
    } else {
      standing.add(id);
    }
  }

  /** Where another has seen something else, in words. */
  List<String> differences(Emitted other) {
    Set<String> all = new TreeSet<>(byCustomer.keySet());
    all.addAll(other.byCustomer.keySet());
    List<String> differences = new ArrayList<>();
    for (String key : all) {
      List<String> own = byCustomer.getOrDefault(key, List.of());
      List<String> others = other.byCustomer.getOrDefault(key, List.of());
      for (int i = 0; i < Math.max(own.size(), others.size()); i++) {
        String some = i < own.size() ? own.get(i) : "nothing";
        String another = i < others.size() ? others.get(i) : "nothing";
        if (!some.equals(another)) {
          differences.add("%s %d:\n  %s\n  instead of %s\n".formatted(key, i, some, another));
          break;
        }
      }
    }
    return differences;
  }

  /** Ids of moments and recommendations. */
  Set<String> standing() {
    return standing;
  }

  /** How many records there were of outputs whose name ends so. */
  long count(String output) {
    return byCustomer.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(" " + output))
        .mapToLong(entry -> entry.getValue().size())
        .sum();
  }
}
