package io.kizashi.flink;

import io.kizashi.core.decide.DecisionCounts;
import io.kizashi.core.decide.Outputs;
import io.kizashi.core.decide.Verdict;
import io.kizashi.schema.Bounds;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a verdict says, as it is written. Made before anything is done, since making it may fail.
 *
 * @param shadow of what runs in shadow
 */
record Rendered(
    DecisionCounts counts,
    List<OutputRecord> moments,
    List<OutputRecord> recommendations,
    List<OutputRecord> shadow) {
  /**
   * Renders them.
   *
   * @throws IllegalStateException if one is larger than Kafka takes: content and explanation come
   *     from a rulebook and may be, and in the sink that would stop the job
   */
  static Rendered of(Verdict verdict) {
    Outputs shadow = verdict.shadow();
    Rendered records = rendered(verdict, shadow);
    Stream.of(records.moments, records.recommendations, records.shadow)
        .flatMap(List::stream)
        .forEach(Rendered::check);
    return records;
  }

  private static void check(OutputRecord record) {
    if (record.value().length > Bounds.OUTPUT_BYTES) {
      throw new IllegalStateException(
          record.type()
              + " of "
              + record.value().length
              + " bytes; at most "
              + Bounds.OUTPUT_BYTES);
    }
  }

  private static Rendered rendered(Verdict verdict, Outputs shadow) {
    return new Rendered(
        DecisionCounts.of(verdict),
        verdict.moments().stream().map(OutputRecord::of).toList(),
        verdict.recommendations().stream().map(OutputRecord::of).toList(),
        Stream.concat(
                shadow.moments().stream().map(OutputRecord::of),
                shadow.recommendations().stream().map(OutputRecord::of))
            .toList());
  }

  /** How many there are of what is done in earnest. */
  int said() {
    return moments.size() + recommendations.size();
  }
}
