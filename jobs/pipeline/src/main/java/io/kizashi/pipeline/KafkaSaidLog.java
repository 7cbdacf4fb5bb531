package io.kizashi.pipeline;

import io.kizashi.flink.recall.SaidLog;
import io.kizashi.flink.recall.SaidRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.util.function.ThrowingConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the engine wrote to Kafka, as readers of committed records find it. */
final class KafkaSaidLog implements SaidLog {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, String> client;
  private final TreeMap<String, SaidRecord.Output> outputs = new TreeMap<>();

  KafkaSaidLog(PipelineConfig config) {
    this.client = new HashMap<>(config.kafka().client());
    client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    outputs.put(config.topic(Stage.MOMENTS.uid()), SaidRecord.Output.MOMENTS);
    outputs.put(config.topic(Stage.RECOMMENDATIONS.uid()), SaidRecord.Output.RECOMMENDATIONS);
    outputs.put(config.topic(Stage.SHADOW.uid()), SaidRecord.Output.SHADOW);
  }

  @Override
  public Tail open() throws IOException {
    return new KafkaTail(client, outputs);
  }

  /** Asks for the ends each second, beside the task's thread: a checkpoint must not wait for it. */
  private static final class KafkaTail implements Tail {
    private static final long SECOND = 1;

    /** Between a topic's name and its id, in checkpoints; no name has this character. */
    private static final String INCARNATION = "@";

    private final Map<String, String> client;
    private final Map<String, SaidRecord.Output> outputs;
    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();

    /** By topic, what stands for this very one: a topic of the same name may be made anew. */
    private final Map<String, String> incarnations = new HashMap<>();

    private final AtomicReference<Map<String, Long>> ends = new AtomicReference<>(Map.of());
    private final ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "ends of the outputs");
              thread.setDaemon(true);
              return thread;
            });

    KafkaTail(Map<String, String> client, Map<String, SaidRecord.Output> outputs)
        throws IOException {
      this.client = client;
      this.outputs = outputs;
      this.admin = Admin.create(new HashMap<>(client));
      try {
        admin.describeTopics(outputs.keySet()).allTopicNames().get().forEach(this::follow);
        ends.set(ask());
      } catch (ExecutionException | KafkaException e) {
        close();
        throw new IOException(
            outputs.keySet() + " can't be asked where they end: " + e.getMessage(), e);
      } catch (InterruptedException e) {
        close();
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while asking where outputs end", e);
      }
      Future<?> unused =
          clock.scheduleWithFixedDelay(this::follow, SECOND, SECOND, TimeUnit.SECONDS);
    }

    private void follow(String topic, TopicDescription described) {
      incarnations.put(topic, topic + INCARNATION + described.topicId());
      described
          .partitions()
          .forEach(
              it -> partitions.put(new TopicPartition(topic, it.partition()), OffsetSpec.latest()));
    }

    private Map<String, Long> ask() throws ExecutionException, InterruptedException {
      Map<String, Long> asked = new HashMap<>();
      admin
          .listOffsets(partitions, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
          .all()
          .get()
          .forEach((partition, end) -> asked.put(partition.toString(), end.offset()));
      incarnations.values().forEach(incarnation -> asked.put(incarnation, 0L));
      return asked;
    }

    private void follow() {
      try {
        ends.set(ask());
      } catch (ExecutionException | KafkaException e) { // an older end is a lower bound as well
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public Map<String, Long> ends() {
      return Objects.requireNonNull(ends.get());
    }

    @Override
    public <E extends Exception> Map<String, Long> read(
        Map<String, Long> from, ThrowingConsumer<SaidRecord, E> to) throws IOException, E {
      Map<String, Long> readTo = new HashMap<>();
      for (Map.Entry<String, SaidRecord.Output> output : outputs.entrySet()) {
        String topic = output.getKey();
        try (TopicLog log = new TopicLog(client, topic)) {
          log.read(
                  of(topic, from),
                  record -> {
                    byte @Nullable [] value = record.value();
                    if (value != null) { // not the engine's: somebody took a record away
                      to.accept(new SaidRecord(output.getValue(), value));
                    }
                  })
              .forEach(
                  (partition, end) ->
                      readTo.put(new TopicPartition(topic, partition).toString(), end));
        }
      }
      return readTo;
    }

    /** Of a topic, by partition; none if they are of one that is gone: then all is read. */
    private Map<Integer, Long> of(String topic, Map<String, Long> from) {
      Map<Integer, Long> ofTopic = new HashMap<>();
      if (isAnother(topic, from)) {
        return ofTopic;
      }
      String prefix = topic + "-";
      from.forEach(
          (place, offset) -> {
            String number = place.substring(Math.min(place.length(), prefix.length()));
            if (place.startsWith(prefix) && number.matches("\\d{1,6}")) {
              ofTopic.put(Integer.parseInt(number), offset);
            }
          });
      return ofTopic;
    }

    /** Older releases did not say of which topic their offsets were. */
    private boolean isAnother(String topic, Map<String, Long> from) {
      return from.keySet().stream().anyMatch(it -> it.startsWith(topic + INCARNATION))
          && !from.containsKey(incarnations.get(topic));
    }

    @Override
    public void close() {
      clock.shutdownNow();
      admin.close();
    }
  }
}
