package io.kizashi.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what became of records. */
final class RecordCounts {
  /** A bad record that is shown. */
  record Bad(RecordPlace place, String message) {}

  private long records;
  private final Map<String, Long> skipped = new LinkedHashMap<>();
  private final List<Bad> shown = new ArrayList<>();
  private long bad;

  RecordCounts(Mapping mapping) {
    mapping.skip().keySet().forEach(name -> skipped.put(name, 0L));
  }

  void record() {
    records++;
  }

  void skipped(String name) {
    skipped.merge(name, 1L, Long::sum);
  }

  void bad(RecordPlace place, String message) {
    bad++;
    if (shown.size() < Limits.SHOWN) {
      shown.add(new Bad(place, message));
    }
  }

  long records() {
    return records;
  }

  Map<String, Long> skipped() {
    return skipped;
  }

  long bad() {
    return bad;
  }

  List<Bad> shown() {
    return shown;
  }
}
