package io.kizashi.cli.compare;

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

/** Records in order of arrival on disk; in memory about 60 bytes for each: where it belongs. */
final class Recorder implements Closeable {
  private static final Comparator<Entry> ORDER =
      Comparator.comparingLong(Entry::timestamp)
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

  private record Entry(long timestamp, int partition, long offset, long start, int length) {}

  /**
   * Takes a record; of a heartbeat only what it proves.
   *
   * @throws UncheckedIOException if it can't be written
   */
  void add(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value() == null ? new byte[0] : record.value();
    newest = Math.max(newest, record.timestamp());
    OptionalLong heartbeat = heartbeat(value, record.timestamp());
    if (heartbeat.isPresent()) {
      proven.merge(record.partition(), heartbeat.getAsLong(), Math::max);
      return;
    }
    try {
      out.write(oneLine(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    entries.add(
        new Entry(record.timestamp(), record.partition(), record.offset(), position, value.length));
    position += value.length;
  }

  private static OptionalLong heartbeat(byte[] value, long timestamp) {
    return TouchpointJson.mayBeHeartbeat(value)
            && TouchpointJson.decode(value, timestamp, timestamp + Bounds.FUTURE_MILLIS)
                instanceof Decoding.Heartbeat beat
        ? OptionalLong.of(beat.time())
        : OptionalLong.empty();
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

  /** Writes all records, one a line, by timestamp, partition and offset. */
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
