package io.kizashi.control.recording;

import io.kizashi.control.publish.Site;
import io.kizashi.local.kafka.Subscriber;
import io.kizashi.pipeline.Topics;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.TouchpointJson;
import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.terminal.InputFault;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Where touchpoints are read from: a recording, or all that a topic holds at this moment.
 *
 * @param name for people
 */
public record TouchpointSource(String name, Reader reader) {
  /** Reads it once. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Gives out all touchpoints that decode, as they were written.
     *
     * @param onRead gets the number of lines or records read so far
     * @throws InputFault if a recording can't be read
     * @throws EnvironmentFault if a topic can't be read
     */
    void each(Consumer<Touchpoint> consumer, LongConsumer onRead);
  }

  /** A recording, one touchpoint a line. */
  public static TouchpointSource of(Path events) {
    return new TouchpointSource(
        String.valueOf(events.getFileName()),
        (consumer, onRead) -> Recording.each(events, consumer, onRead));
  }

  /** What sources have sent to an engine; each partition in its order. */
  public static TouchpointSource of(Site site) {
    String topic = site.topic(Topics.TOUCHPOINTS);
    return new TouchpointSource(topic, (consumer, onRead) -> read(site, topic, consumer, onRead));
  }

  private static void read(
      Site site, String topic, Consumer<Touchpoint> consumer, LongConsumer onRead) {
    long[] read = {0};
    try (Subscriber touchpoints = Subscriber.since(site.client(), topic, 0)) {
      touchpoints.readToEnd(
          record -> {
            byte[] value = record.value();
            if (value != null
                && TouchpointJson.decode(value, 0, Bounds.LATEST)
                    instanceof Decoding.Decoded decoded) {
              consumer.accept(decoded.touchpoint());
            }
            onRead.accept(++read[0]);
          });
    }
  }
}
