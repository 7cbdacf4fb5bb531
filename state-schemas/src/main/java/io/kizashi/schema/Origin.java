package io.kizashi.schema;

/**
 * Where a record was read from.
 *
 * @param topic topic, or the file's name in a replay
 * @param partition partition; 0 in a replay
 * @param offset offset; the line number, from 1, in a replay
 */
public record Origin(String topic, int partition, long offset) {
  @Override
  public String toString() {
    return topic + "-" + partition + "-" + offset;
  }
}
