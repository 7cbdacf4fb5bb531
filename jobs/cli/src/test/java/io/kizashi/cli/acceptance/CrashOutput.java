package io.kizashi.cli.acceptance;

import io.kizashi.local.kafka.Subscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What an engine says, as it can be read. Not thread-safe. */
final class CrashOutput implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);

  private final List<Told> moments = new ArrayList<>();
  private final List<Told> recommendations = new ArrayList<>();
  private final Subscriber ofMoments;
  private final Subscriber ofRecommendations;

  /**
   * A record.
   *
   * @param at when the broker took it, milliseconds since the epoch
   */
  record Told(long at, OutputLine line) {
    private static Told of(ConsumerRecord<byte[], byte[]> record) {
      return new Told(record.timestamp(), OutputLine.of(record.value()));
    }
  }

  /**
   * From the beginning of the topics.
   *
   * @param isolation {@code read_committed} or {@code read_uncommitted}
   */
  CrashOutput(String bootstrap, String prefix, String isolation) {
    Map<String, String> client =
        Map.of("bootstrap.servers", bootstrap, "isolation.level", isolation);
    this.ofMoments = Subscriber.fromStart(client, prefix + "moments");
    this.ofRecommendations = Subscriber.fromStart(client, prefix + "recommendations");
  }

  /** Takes in what has come, if anything has. */
  boolean follow() {
    int before = moments.size() + recommendations.size();
    ofMoments.poll(POLL).forEach(it -> moments.add(Told.of(it)));
    ofRecommendations.poll(POLL).forEach(it -> recommendations.add(Told.of(it)));
    return moments.size() + recommendations.size() > before;
  }

  /** Takes in all that is there now. */
  void readToEnd() {
    ofMoments.readToEnd(it -> moments.add(Told.of(it)));
    ofRecommendations.readToEnd(it -> recommendations.add(Told.of(it)));
  }

  /**
   * Waits until some customers got so many.
   *
   * @param customers what their names begin with
   */
  void awaitRecommendations(String customers, long number, Duration patience) {
    Await.until(
        number + " recommendations to '" + customers + "'",
        patience,
        () -> {
          boolean unused = follow();
          return recommendations().stream()
                  .filter(it -> it.get("customer").startsWith(customers))
                  .count()
              >= number;
        });
  }

  List<OutputLine> moments() {
    return moments.stream().map(Told::line).toList();
  }

  List<OutputLine> recommendations() {
    return recommendations.stream().map(Told::line).toList();
  }

  /**
   * Recommendations that the broker took in some time.
   *
   * @param from milliseconds since the epoch
   * @param to which is not in it
   */
  List<OutputLine> recommendations(long from, long to) {
    return recommendations.stream()
        .filter(it -> it.at() >= from && it.at() < to)
        .map(Told::line)
        .toList();
  }

  @Override
  public void close() {
    ofMoments.close();
    ofRecommendations.close();
  }
}
