package io.kizashi.local.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.local.kafka.Subscriber;
import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hears what the tasks say of the rulebook that they decide by, from its beginning on. */
final class Adoptions implements AutoCloseable {
  private static final String TOPIC = "rulebook-status";
  private static final Duration POLL = Duration.ofMillis(100);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Subscriber subscriber;
  private final Set<Integer> tasks = new TreeSet<>();

  Adoptions(JobSettings settings) {
    this.subscriber =
        Subscriber.fromNow(settings.config().kafka().bootstrap(), settings.config().topic(TOPIC));
  }

  /**
   * Whether so many tasks have adopted theirs.
   *
   * @throws EnvironmentFault if one has refused it
   */
  boolean by(int number) {
    subscriber.poll(POLL).forEach(this::hear);
    return tasks.size() >= number;
  }

  private void hear(ConsumerRecord<byte[], byte[]> record) {
    try {
      JsonNode said = JSON.readTree(record.value());
      if (!said.path("status").asText().equals("adopted")) {
        throw new EnvironmentFault("a task does not adopt its rulebook: " + said);
      }
      tasks.add(said.path("task").asInt());
    } catch (IOException e) {
      throw new EnvironmentFault(TOPIC + " holds no JSON: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    subscriber.close();
  }
}
