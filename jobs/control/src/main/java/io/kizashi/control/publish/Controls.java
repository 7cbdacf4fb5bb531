package io.kizashi.control.publish;

import io.kizashi.local.kafka.Subscriber;
import io.kizashi.schema.Control;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Inquiry;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Retirement;
import io.kizashi.schema.Thaw;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What staff have paused, read from the topic, and what they say to the engine but for rulebooks.
 */
public final class Controls implements AutoCloseable {
  private final Site site;
  private final Subscriber subscriber;
  private final SortedMap<String, Pausing> paused = new TreeMap<>();
  private long strange;

  /**
   * Reads all that the topic holds now.
   *
   * @throws io.kizashi.terminal.EnvironmentFault if the broker or the topic is not there
   */
  public Controls(Site site) {
    site.require(Site.CONTROLS);
    this.site = site;
    this.subscriber = Subscriber.fromStart(site.client(), site.topic(Site.CONTROLS));
    subscriber.readToEnd(this::hear);
  }

  private void hear(ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] value = record.value();
    Optional<Pause> pause =
        Optional.ofNullable(value).flatMap(it -> ControlJson.pause(it, record.offset()));
    if (pause.isPresent()) {
      hear(pause.get(), record.timestamp());
    } else if (value == null ? !isInquiry(record) : !isKnown(value, record.offset())) {
      strange++;
    }
  }

  /** Questions are taken away once they are answered. */
  private static boolean isInquiry(ConsumerRecord<byte[], byte[]> record) {
    return Optional.ofNullable(record.key())
        .filter(key -> Inquiry.isKey(new String(key, StandardCharsets.UTF_8)))
        .isPresent();
  }

  private static boolean isKnown(byte[] value, long offset) {
    return ControlJson.thaw(value, offset).isPresent()
        || ControlJson.inquiry(value, offset).isPresent()
        || ControlJson.retirement(value).isPresent();
  }

  private void hear(Pause pause, long time) {
    if (pause.paused()) {
      paused.put(pause.target().key(), new Pausing(pause, time));
    } else {
      paused.remove(pause.target().key());
    }
  }

  /** What is paused, by key. */
  public List<Pausing> paused() {
    return List.copyOf(paused.values());
  }

  /** What is paused by exactly this target. */
  public Optional<Pausing> paused(Pause.Target target) {
    return Optional.ofNullable(paused.get(target.key()));
  }

  /** Says it to the engine. */
  public void say(Pause pause) {
    say(pause.target().key(), pause);
  }

  /** Says it to the engine. */
  public void say(Thaw thaw) {
    say(thaw.key(), thaw);
  }

  /** Says it to an engine that starts; one that runs hears of it by heartbeats. */
  public void say(Retirement retirement) {
    say(retirement.key(), ControlJson.encode(retirement));
  }

  private void say(String key, Control control) {
    say(key, ControlJson.encode(control));
  }

  private void say(String key, byte[] record) {
    try (RulebookWriter writer = new RulebookWriter(site)) {
      writer.write(Site.CONTROLS, key, record);
    }
    subscriber.readToEnd(this::hear);
  }

  /** Records that say nothing that is understood; they were skipped. */
  public long strange() {
    return strange;
  }

  @Override
  public void close() {
    subscriber.close();
  }
}
