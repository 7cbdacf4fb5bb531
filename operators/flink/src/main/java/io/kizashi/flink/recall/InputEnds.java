package io.kizashi.flink.recall;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;

/** Where the touchpoints end as a task opens; travels with the job. */
@FunctionalInterface
public interface InputEnds extends Serializable {
  /** Nobody says: nothing is ever known to have been read to its end. */
  InputEnds UNKNOWN = Map::of;

  /**
   * The offset behind the last record, by partition; 0 where a partition holds none.
   *
   * @throws IOException if the topic can't be asked
   */
  Map<Integer, Long> read() throws IOException;
}
