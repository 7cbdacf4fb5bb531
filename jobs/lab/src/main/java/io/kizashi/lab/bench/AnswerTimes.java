package io.kizashi.lab.bench;

import io.kizashi.local.kafka.Subscriber;
import io.kizashi.terminal.EnvironmentFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topic of outputs, read while a job runs. */
final class AnswerTimes implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Subscriber subscriber;

  /** From what comes from now on. */
  AnswerTimes(String bootstrap, String topic) {
    this.subscriber = Subscriber.fromNow(bootstrap, topic);
  }

  /**
   * An answer.
   *
   * @param value JSON
   * @param appended when the broker took it in, milliseconds since the epoch
   * @param arrival when it was read here, see {@link System#nanoTime}
   */
  record Answer(String value, long appended, long arrival) {}

  /**
   * Reads until told to stop.
   *
   * @param more gets every answer; false ends
   */
  void read(Predicate<Answer> more) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    boolean go = true;
    while (go) {
      Iterable<ConsumerRecord<byte[], byte[]>> records = subscriber.poll(POLL);
      long arrival = System.nanoTime();
      for (ConsumerRecord<byte[], byte[]> record : records) {
        String value = new String(record.value(), StandardCharsets.UTF_8);
        go = go && more.test(new Answer(value, record.timestamp(), arrival));
      }
      if (arrival - end > 0) {
        throw new EnvironmentFault(
            "the job did not answer every marker; KIZASHI_LOG=WARN tells more");
      }
    }
  }

  @Override
  public void close() {
    subscriber.close();
  }
}
