package io.kizashi.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that the engine wrote.
 *
 * @param headers as one text, without the time of a rejection, which is the broker's
 */
record WrittenRecord(int partition, String key, String headers, String value) {
  static WrittenRecord of(ConsumerRecord<byte[], byte[]> record) {
    boolean rejected = record.topic().equals("rejected");
    String headers =
        StreamSupport.stream(record.headers().spliterator(), false)
            .filter(header -> !rejected || !header.key().equals("ce_time"))
            .map(header -> header.key() + "=" + new String(header.value(), UTF_8))
            .collect(Collectors.joining(" "));
    String key = record.key() == null ? "" : new String(record.key(), UTF_8);
    int partition = key.isEmpty() ? 0 : record.partition(); // without a key it lies anywhere
    return new WrittenRecord(partition, key, headers, new String(record.value(), UTF_8));
  }

  static List<WrittenRecord> read(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(WrittenRecord::parse).toList();
  }

  private static WrittenRecord parse(String line) {
    String[] parts = line.split("\t", 4);
    return new WrittenRecord(Integer.parseInt(parts[0]), parts[1], parts[2], parts[3]);
  }

  String line() {
    return partition + "\t" + key + "\t" + headers + "\t" + value;
  }
}
