package io.kizashi.cli.acceptance;

import io.kizashi.flink.Count;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A stream that went through feed, Kafka and the engine to its end.
 *
 * @param counts of the engine, by name
 */
record LiveRun(String bootstrap, String prefix, Map<String, Object> counts) {
  /**
   * Feeds a file as fast as it goes.
   *
   * @param prefix of topics that nobody else uses
   * @param checkpoints an empty folder
   */
  static LiveRun of(String bootstrap, String prefix, Path events, Path rules, Path checkpoints)
      throws IOException {
    return of(bootstrap, prefix, events, rules, checkpoints, "max");
  }

  /** Feeds a file at a speed: where it is not the fastest, time is proven on the way. */
  static LiveRun of(
      String bootstrap, String prefix, Path events, Path rules, Path checkpoints, String speed)
      throws IOException {
    TopicReader.createAll(bootstrap, prefix);
    Map<String, Object> counts;
    try (Engine engine = Engine.start(bootstrap, prefix, rules, checkpoints)) {
      FeedProgress fed = FeedProgress.of(events, bootstrap, prefix, speed);
      counts = engine.awaitEnd(fed.streamTime(), fed.records());
    }
    return new LiveRun(bootstrap, prefix, counts);
  }

  long count(Count count) {
    return count.in(counts);
  }

  List<OutputLine> moments() {
    return lines("moments");
  }

  List<OutputLine> recommendations() {
    return lines("recommendations");
  }

  List<OutputLine> rejected() {
    return lines("rejected");
  }

  List<ConsumerRecord<byte[], byte[]>> touchpoints() {
    return TopicReader.read(bootstrap, prefix + "touchpoints");
  }

  /** How often a task has begun: each says once which rulebook it has. */
  List<OutputLine> beginnings() {
    return lines("rulebook-status");
  }

  private List<OutputLine> lines(String topic) {
    return TopicReader.lines(bootstrap, prefix + topic);
  }
}
