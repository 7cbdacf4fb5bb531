package io.kizashi.flink.invariant;

import java.util.List;

/** Every record that was read is folded, a duplicate, rejected or late, and only one of these. */
public final class EveryRecordCounted {
  private EveryRecordCounted() {}

  /** What is broken, in words. */
  public static List<String> brokenBy(
      long read, long folded, long duplicates, long rejected, long late) {
    return read == folded + duplicates + rejected + late
        ? List.of()
        : List.of(
            "read %d, but folded %d + duplicates %d + rejected %d + late %d"
                .formatted(read, folded, duplicates, rejected, late));
  }
}
