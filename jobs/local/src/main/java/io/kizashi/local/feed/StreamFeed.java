package io.kizashi.local.feed;

import io.kizashi.local.kafka.TopicPlan;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.Placeholders;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.TouchpointJson;
import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.terminal.InputFault;
import io.kizashi.terminal.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a recorded stream: every line as it is, damaged ones too, and between them heartbeats
 * with the stream's time, which is the newest time of the records sent so far. In a paced feed the
 * time also passes between two records: up to the next one's.
 */
public final class StreamFeed {
  private static final long TICK_MILLIS = 20;

  private final Path events;
  private final Speed speed;
  private final Feeder feeder;
  private final Outlet outlet;
  private final WallClock clock;
  private final FeedHeartbeats heart;
  private final Consumer<FeedSummary> onRecord;
  private final long startedAt;
  private long firstTime = Long.MIN_VALUE;
  private long firstSentAt;
  private long records;
  private long damaged;

  StreamFeed(
      Path events,
      Speed speed,
      Feeder feeder,
      Outlet outlet,
      WallClock clock,
      Consumer<FeedSummary> onRecord) {
    this.events = events;
    this.speed = speed;
    this.feeder = feeder;
    this.outlet = outlet;
    this.clock = clock;
    this.heart = new FeedHeartbeats(feeder.source(), outlet, clock);
    this.onRecord = onRecord;
    this.startedAt = clock.now();
  }

  /**
   * Publishes a file to a topic, and at its end, where nobody else writes there, a heartbeat past
   * every deadline.
   *
   * @param feeder whose stream it is
   * @param client bootstrap and further properties of the Kafka client
   * @param onRecord gets what was published so far, after every record
   * @throws InputFault if the file can't be read, or holds a line that no broker takes
   * @throws EnvironmentFault if others write there of whom {@code feeder} does not know
   */
  public static FeedSummary publish(
      Path events,
      String topic,
      Speed speed,
      Feeder feeder,
      Map<String, String> client,
      Consumer<FeedSummary> onRecord) {
    TextFile.require(events);
    switch (feeder.company()) {
      case ALONE -> OtherWriters.refuse(client, topic, feeder.source());
      case AMONG_OTHERS -> {}
    }
    try (Outlet outlet = new KafkaOutlet(topic, client)) {
      return new StreamFeed(events, speed, feeder, outlet, WallClock.system(), onRecord).publish();
    }
  }

  FeedSummary publish() {
    try (RecordedLines lines = new RecordedLines(events, TopicPlan.largestTouchpoint())) {
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        publish(line.get());
        onRecord.accept(summary());
      }
    } catch (IOException e) {
      throw new InputFault(events + ": can't be read (" + e.getMessage() + ")", e);
    }
    switch (feeder.company()) {
      case ALONE -> heart.beatPastEveryDeadline();
      case AMONG_OTHERS -> {}
    }
    return summary();
  }

  private void publish(byte[] line) {
    long now = clock.now();
    Decoding decoding =
        TouchpointJson.decode(
            line, now, now + Bounds.FUTURE_MILLIS, source -> true, Placeholders.USUAL);
    if (decoding instanceof Decoding.Decoded decoded) {
      Touchpoint touchpoint = decoded.touchpoint();
      waitFor(touchpoint.time());
      byte[] key = touchpoint.cameUnder().id().getBytes(StandardCharsets.UTF_8);
      send(key, key, line);
      heart.advance(touchpoint.time());
      heart.recordSent();
    } else if (decoding instanceof Decoding.Heartbeat heartbeat) {
      if (heartbeat.isEnd()) {
        return; // of another stream; this one writes its own
      }
      // A recorded proof counts as time; it is not sent, since it would prove one partition only.
      waitFor(heartbeat.time());
      heart.advance(heartbeat.time());
      heart.beatIfDue();
    } else {
      damaged++;
      send(null, line, line);
      heart.recordSent();
    }
  }

  /** Records without a key are spread by what they hold, so that two feeds spread them alike. */
  private void send(byte @Nullable [] key, byte[] spreadBy, byte[] value) {
    int partition = Utils.toPositive(Utils.murmur2(spreadBy)) % outlet.partitions();
    outlet.send(partition, key, value);
    records++;
  }

  private void waitFor(long time) {
    if (speed.unpaced()) {
      return;
    }
    if (firstTime == Long.MIN_VALUE) {
      firstTime = time;
      firstSentAt = clock.now();
    }
    long due = firstSentAt + Math.round((time - firstTime) / speed.factor());
    for (long now = clock.now(); now < due; now = clock.now()) {
      clock.sleep(Math.min(TICK_MILLIS, due - now));
      long passed = firstTime + (long) ((clock.now() - firstSentAt) * speed.factor());
      heart.advance(Math.min(passed, time));
      heart.beatIfDue();
    }
  }

  private FeedSummary summary() {
    double seconds = (clock.now() - startedAt) / 1000.0;
    return new FeedSummary(
        records, damaged, heart.beats(), heart.streamTime(), heart.provenTime(), seconds);
  }
}
