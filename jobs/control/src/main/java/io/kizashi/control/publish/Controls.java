package io.kizashi.control.publish;

import io.kizashi.local.kafka.Subscriber;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Pause;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What staff have paused, read from the topic and written to it. */
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
    Optional<Pause> pause =
        Optional.ofNullable(record.value())
            .flatMap(value -> ControlJson.pause(value, record.offset()));
    pause.ifPresentOrElse(known -> hear(known, record.timestamp()), () -> strange++);
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
    try (RulebookWriter writer = new RulebookWriter(site)) {
      writer.write(Site.CONTROLS, pause.target().key(), ControlJson.encode(pause));
    }
    subscriber.readToEnd(this::hear);
  }

  /** Records that are no pauses; they were skipped. */
  public long strange() {
    return strange;
  }

  @Override
  public void close() {
    subscriber.close();
  }
}
