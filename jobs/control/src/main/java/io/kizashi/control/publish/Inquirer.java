package io.kizashi.control.publish;

import io.kizashi.local.kafka.Subscriber;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Inquiry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Asks a running engine what it knows of a customer, and takes the question away again. */
public final class Inquirer {
  private final Site site;

  /** Asks the engine of some topics. */
  public Inquirer(Site site) {
    this.site = site;
  }

  /**
   * The record that the engine answers with; empty where none came in time.
   *
   * @param patience how long the answer is waited for
   * @throws io.kizashi.terminal.EnvironmentFault if the broker or a topic is not there
   */
  public Optional<byte[]> ask(CustomerKey customer, Duration patience) {
    site.require(Site.CONTROLS, Site.ANSWERS);
    Inquiry inquiry = new Inquiry(UUID.randomUUID().toString(), customer, Inquiry.UNPLACED);
    try (Subscriber answers = Subscriber.fromNow(site.client(), site.topic(Site.ANSWERS));
        RulebookWriter writer = new RulebookWriter(site)) {
      writer.write(Site.CONTROLS, inquiry.key(), ControlJson.encode(inquiry));
      Optional<byte[]> answer = await(answers, inquiry.id(), patience);
      writer.remove(
          Site.CONTROLS, inquiry.key()); // it names a customer, and the topic forgets nobody
      return answer;
    }
  }

  private static Optional<byte[]> await(Subscriber answers, String id, Duration patience) {
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    long end = System.nanoTime() + patience.toNanos();
    for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
      for (ConsumerRecord<byte[], byte[]> record : answers.poll(Duration.ofNanos(left))) {
        if (Arrays.equals(record.key(), key) && record.value() != null) {
          return Optional.of(record.value());
        }
      }
    }
    return Optional.empty();
  }
}
