package io.kizashi.control.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.kizashi.schema.CustomerKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One side's outputs, customer by customer. Of the files only one customer is in memory. */
final class OutcomeReader implements Closeable {
  private static final String RETRACTED = "retracted";

  private final CustomerLines moments;
  private final CustomerLines recommendations;
  private final String until;

  /**
   * Opens two files that are sorted by customer, and for each customer by time.
   *
   * @param until the latest time that is looked at, RFC 3339
   */
  OutcomeReader(Path moments, Path recommendations, String until) throws IOException {
    this.moments = new CustomerLines(moments);
    this.recommendations = new CustomerLines(recommendations);
    this.until = until;
  }

  /** How one moment or recommendation began, and whether it was taken back. */
  private record Life(JsonNode first, boolean retracted) {
    Life then(JsonNode line) {
      return new Life(first, line.path("status").asText().equals(RETRACTED));
    }

    /** Of two lives of one id, the one that stands; of equal ones the later. */
    Life or(Life later) {
      return later.retracted && !retracted ? this : later;
    }
  }

  /** The next customer; empty at the end. */
  Optional<CustomerKey> next() {
    return Stream.of(moments.customer(), recommendations.customer())
        .flatMap(Optional::stream)
        .min(CustomerKey::compareTo);
  }

  /** What the side made of a customer, nothing where another one is next; then comes the next. */
  CustomerOutcomes take(CustomerKey customer) throws IOException {
    Map<String, String> keys = new HashMap<>();
    List<MomentOutcome> found = new ArrayList<>();
    for (Life life : lives(moments.take(customer), "detectedAt")) {
      MomentOutcome moment = MomentOutcome.of(life.first(), life.retracted());
      keys.put(moment.id(), moment.key());
      found.add(moment);
    }
    List<ActionOutcome> taken = new ArrayList<>();
    for (Life life : lives(recommendations.take(customer), "decidedAt")) {
      taken.add(ActionOutcome.of(life.first(), life.retracted(), keys));
    }
    List<MomentOutcome> moment = found.stream().filter(this::isSeen).toList();
    List<ActionOutcome> action = taken.stream().filter(this::isSeen).toList();
    long dueLater = (long) found.size() + taken.size() - moment.size() - action.size();
    return new CustomerOutcomes(moment, action, dueLater);
  }

  private boolean isSeen(Outcome outcome) {
    return outcome.time().compareTo(until) <= 0;
  }

  /** One life an id. What falls and comes again at another time has lived more than once. */
  private static Collection<Life> lives(List<JsonNode> lines, String timeField) {
    Map<String, Map<String, Life>> byId = new LinkedHashMap<>();
    for (JsonNode line : lines) {
      Map<String, Life> byTime =
          byId.computeIfAbsent(line.path("id").asText(), id -> new LinkedHashMap<>());
      Life before = byTime.getOrDefault(line.path(timeField).asText(), new Life(line, false));
      byTime.put(line.path(timeField).asText(), before.then(line));
    }
    return byId.values().stream()
        .flatMap(byTime -> byTime.values().stream().reduce(Life::or).stream())
        .toList();
  }

  @Override
  public void close() throws IOException {
    try (moments) {
      recommendations.close();
    }
  }
}
