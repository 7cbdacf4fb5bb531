package io.kizashi.flink;

import io.kizashi.schema.Origin;

/**
 * A record as it was read, not yet decoded.
 *
 * @param value its bytes, as they are; nobody changes them
 * @param topic topic, or the file's name in a replay
 * @param partition partition; 0 in a replay
 * @param offset offset; the line number, from 1, in a replay
 * @param timestamp when the broker took it in, milliseconds since the epoch; 0 in a replay
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked for: it passes once, as bytes
public record RawRecord(byte[] value, String topic, int partition, long offset, long timestamp) {
  /** Where it was read. */
  public Origin origin() {
    return new Origin(topic, partition, offset);
  }
}
