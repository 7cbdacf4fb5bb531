package io.kizashi.cli.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** From touchpoints to the recommendations that answer them at once, by the broker's clock. */
final class Latencies {
  private final Map<String, Long> asked = new HashMap<>();
  private final Map<String, Long> answered = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private int answers;

  /** Reads what the topics hold now: the failed payments, and their answers. */
  Latencies(String bootstrap) {
    for (ConsumerRecord<byte[], byte[]> record : TopicReader.read(bootstrap, "touchpoints")) {
      String text = new String(record.value(), StandardCharsets.UTF_8);
      if (text.contains("\"payment_failed\"")) {
        asked.put(OutputLine.of(text).get("id"), record.timestamp());
      }
    }
    for (ConsumerRecord<byte[], byte[]> record : TopicReader.read(bootstrap, "recommendations")) {
      OutputLine line = OutputLine.of(record.value());
      if (line.get("action").equals("payment_help")) {
        String trigger = line.get("trigger");
        answered.putIfAbsent(trigger.substring(trigger.lastIndexOf('/') + 1), record.timestamp());
        ids.add(line.get("id"));
        answers++;
      }
    }
  }

  /** Touchpoints that have no answer, or answers that have no touchpoint. */
  Set<String> unpaired() {
    Set<String> unpaired = new HashSet<>(asked.keySet());
    unpaired.removeAll(answered.keySet());
    Set<String> invented = new HashSet<>(answered.keySet());
    invented.removeAll(asked.keySet());
    unpaired.addAll(invented);
    return unpaired;
  }

  int asked() {
    return asked.size();
  }

  /** With those that say the same again. */
  int answers() {
    return answers;
  }

  int differentAnswers() {
    return ids.size();
  }

  /** Milliseconds, sorted, of touchpoints that came in between two times. */
  List<Long> between(long from, long to) {
    return asked.entrySet().stream()
        .filter(entry -> entry.getValue() >= from && entry.getValue() < to)
        .filter(entry -> answered.containsKey(entry.getKey()))
        .map(entry -> answered.getOrDefault(entry.getKey(), 0L) - entry.getValue())
        .sorted()
        .toList();
  }

  static long percentile(List<Long> sorted, int percent) {
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }
}
