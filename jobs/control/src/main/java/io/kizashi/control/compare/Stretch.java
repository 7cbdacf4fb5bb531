package io.kizashi.control.compare;

import io.kizashi.local.kafka.Subscriber;
import io.kizashi.schema.Bounds;
import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * A stretch of the topic of touchpoints, recorded for a replay in the order of time, partition and
 * offset. What came before it is unknown to the replay.
 *
 * @param events the recording
 * @param records how many it holds; heartbeats are left out
 * @param latest the latest time of a touchpoint that is believed, milliseconds since the epoch: as
 *     live, a little beyond the newest record
 * @param end how far time has come, milliseconds since the epoch: what the heartbeats prove; where
 *     some partition has none, the newest record's timestamp
 */
public record Stretch(Path events, long records, long latest, long end) {
  /**
   * Records what has been written to a topic up to now.
   *
   * @param client properties of the Kafka client, {@code bootstrap.servers} among them
   * @param since the earliest record timestamp, milliseconds since the epoch
   * @param folder gets the recording
   * @param onRead gets the number of records read so far
   * @throws EnvironmentFault if Kafka can't be reached, or the folder can't be written
   */
  public static Stretch record(
      Map<String, String> client, String topic, long since, Path folder, LongConsumer onRead) {
    try (Subscriber subscriber = Subscriber.since(client, topic, since);
        Recorder recorder = new Recorder(folder.resolve("arrived"), subscriber.partitions())) {
      subscriber.readToEnd(
          record -> {
            recorder.add(record);
            onRead.accept(recorder.records());
          });
      Path events = folder.resolve("touchpoints.jsonl");
      recorder.writeSorted(events);
      long newest = recorder.newest();
      return new Stretch(
          events,
          recorder.records(),
          Math.min(Bounds.LATEST, newest + Bounds.FUTURE_MILLIS),
          recorder.proven().orElse(newest));
    } catch (IOException | UncheckedIOException e) {
      throw new EnvironmentFault(
          folder + ": the stretch can't be written (" + e.getMessage() + "); free space there", e);
    }
  }
}
