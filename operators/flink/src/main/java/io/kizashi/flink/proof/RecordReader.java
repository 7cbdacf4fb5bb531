package io.kizashi.flink.proof;

import io.kizashi.schema.Decoding;
import io.kizashi.schema.Placeholders;
import io.kizashi.schema.TimeSources;
import io.kizashi.schema.TouchpointJson;
import java.io.Serializable;

/**
 * Reads the records of one input by what is believed there.
 *
 * @param proof who proves time
 * @param sources whose heartbeats count
 * @param nobody ids that name nobody
 * @param asOf the latest time that is believed of a recording, milliseconds since the epoch
 */
public record RecordReader(Proof proof, TimeSources sources, Placeholders nobody, long asOf)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Who proves time. */
  public enum Proof {
    /** The source that reads. */
    SOURCE,
    /** The records themselves, of a recording. */
    RECORDS
  }

  /**
   * Decodes a record.
   *
   * @param timestamp when the broker took it in, milliseconds since the epoch; of a recording that
   *     is not known
   * @param newest the newest time that a recording has proven so far
   */
  public Decoding read(byte[] value, long timestamp, long newest) {
    return switch (proof) {
      case SOURCE -> sources.decode(value, timestamp, nobody);
      // A recording has an end, wherever it came from.
      case RECORDS ->
          TouchpointJson.decode(value, Math.max(newest, 0), asOf, source -> true, nobody);
    };
  }
}
