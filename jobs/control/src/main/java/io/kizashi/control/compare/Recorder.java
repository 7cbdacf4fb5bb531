package io.kizashi.control.compare;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.TouchpointJson;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records in order of arrival on disk; in memory about 60 bytes for each: where it belongs. Written
 * by the time of what happened: partitions arrive in any order, and a replay proves time by
 * records.
 */
final class Recorder implements Closeable {
  private static final Comparator<Entry> ORDER =
      Comparator.comparingLong(Entry::time)
          .thenComparingInt(Entry::partition)
          .thenComparingLong(Entry::offset);

  private final Path arrived;
  private final int partitions;
  private final OutputStream out;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Integer, Long> proven = new HashMap<>();
  private long position;
  private long newest;

  /** Keeps what arrives in a file. */
  Recorder(Path arrived, int partitions) throws IOException {
    this.arrived = arrived;
    this.partitions = partitions;
    this.out = new BufferedOutputStream(Files.newOutputStream(arrived));
  }

  private record Entry(long time, int partition, long offset, long start, int length) {}

  /**
   * Takes a record; of a heartbeat only what it proves.
   *
   * @throws UncheckedIOException if it can't be written
   */
  void add(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value() == null ? new byte[0] : record.value();
    newest = Math.max(newest, record.timestamp());
    Decoding decoding =
        TouchpointJson.decode(value, record.timestamp(), record.timestamp() + Bounds.FUTURE_MILLIS);
    if (decoding instanceof Decoding.Heartbeat heartbeat) {
      proven.merge(record.partition(), heartbeat.time(), Math::max);
      return;
    }
    try {
      out.write(oneLine(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    entries.add(
        new Entry(
            time(decoding, record), record.partition(), record.offset(), position, value.length));
    position += value.length;
  }

  /** When it happened; what is no touchpoint is rejected wherever it stands. */
  private static long time(Decoding decoding, ConsumerRecord<byte[], byte[]> record) {
    return decoding instanceof Decoding.Decoded decoded
        ? decoded.touchpoint().time()
        : record.timestamp();
  }

  /**
   * A recording has a line a record. A tab is what a line feed is, to JSON: a space between tokens,
   * a fault within a text.
   */
  private static byte[] oneLine(byte[] value) {
    byte[] line = value.clone();
    for (int i = 0; i < line.length; i++) {
      if (line[i] == '\n') {
        line[i] = '\t';
      }
    }
    return line;
  }

  /** How many there are, without heartbeats. */
  long records() {
    return entries.size();
  }

  /** The newest timestamp, heartbeats' too; 0 if there is none. */
  long newest() {
    return newest;
  }

  /** The time that the heartbeats of all partitions prove; empty if some partition has none. */
  OptionalLong proven() {
    return proven.size() < partitions
        ? OptionalLong.empty()
        : proven.values().stream().mapToLong(Long::longValue).min();
  }

  /** Writes all records, one a line, by time, partition and offset. */
  void writeSorted(Path target) throws IOException {
    out.flush();
    entries.sort(ORDER);
    try (FileChannel from = FileChannel.open(arrived);
        OutputStream to = new BufferedOutputStream(Files.newOutputStream(target))) {
      for (Entry entry : entries) {
        to.write(read(from, entry));
        to.write('\n');
      }
    }
  }

  private static byte[] read(FileChannel from, Entry entry) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(entry.length());
    while (bytes.hasRemaining()) {
      if (from.read(bytes, entry.start() + bytes.position()) < 0) {
        throw new IOException("the recording became shorter while it was sorted");
      }
    }
    return bytes.array();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
