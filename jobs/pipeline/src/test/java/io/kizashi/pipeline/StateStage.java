package io.kizashi.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kizashi.pipeline.StateStory.Line;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Publication;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.TouchpointJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A broker on which a {@link StateStory} is played. The same lines always come to lie at the same
 * places, which are part of the state.
 */
final class StateStage implements AutoCloseable {
  /** What is compared. Counts ({@code journey-kpis}) of an open window are lost by design. */
  static final List<String> OUTPUTS =
      List.of("recommendations", "moments", "shadow", "rejected", Topics.LOOP);

  /** What the engine reads. */
  private static final List<String> INPUTS =
      List.of(Topics.TOUCHPOINTS, Topics.RULEBOOKS, Topics.CONTROLS, Topics.LOOP);

  private static final Pattern CUSTOMER = Pattern.compile("\"(?:customer|anonymous)\":\"([^\"]+)");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final StateStory story;
  private final Broker broker;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final List<Future<?>> sent = new ArrayList<>();
  private final Map<Long, Integer> published = new HashMap<>();
  private final Map<TopicPartition, Long> marks = new HashMap<>();

  StateStage(StateStory story, Broker broker) throws Exception {
    this.story = story;
    this.broker = broker;
    this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    get(admin.deleteTopics(get(admin.listTopics().names())).all());
    broker.createTopics("");
    // A partition whose leader has not heard of it would lose its first batch to a later one.
    Topics.all().forEach(topic -> ends(topic.name()));
  }

  /** Sends lines, and waits for nothing. */
  void send(List<Line> lines) {
    for (Line line : lines) {
      if (line.isOrder()) {
        order(line.words());
      } else {
        touchpoint(line.text());
      }
    }
    flush();
  }

  /**
   * Sends lines, and waits after each order until nothing is under way any more; before what people
   * say too, since it does not lie behind the touchpoints that were sent, but beside them.
   */
  void play(List<Line> lines, int tasks, StateEngine.Running engine) {
    boolean settled = false;
    for (Line line : lines) {
      if (line.isOrder() && !line.isProof() && !settled) {
        settle(engine);
      }
      send(List.of(line));
      settled = line.isOrder();
      if (settled) {
        settle(engine);
        published.forEach((version, times) -> awaitWords(version, times * tasks));
      }
    }
    settle(engine);
  }

  private void touchpoint(String json) {
    Matcher customer = CUSTOMER.matcher(json);
    int partition =
        customer.find() ? Math.floorMod(customer.group(1).hashCode(), Broker.PARTITIONS) : 0;
    write(Topics.TOUCHPOINTS, partition, "", json.getBytes(UTF_8));
  }

  private void order(List<String> words) {
    switch (words.get(0)) {
      case "proven" -> {
        long time = Rfc3339.parse(words.get(1)).orElseThrow();
        for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
          write(Topics.TOUCHPOINTS, partition, "", TouchpointJson.encodeHeartbeat(time));
        }
      }
      case "publish" -> publish(words);
      case "pause", "resume" -> {
        Pause.Target target = new Pause.Target(words.get(1), words.get(2), "");
        boolean paused = words.get(0).equals("pause");
        byte[] record = ControlJson.encode(new Pause(target, paused, "staff", ""));
        write(Topics.CONTROLS, 0, target.key(), record);
      }
      default -> throw new AssertionError("no order: " + words);
    }
  }

  private void publish(List<String> words) {
    long version = Long.parseLong(words.get(1));
    RulebookDocument rulebook = story.rulebook(version, words.get(2));
    Optional<Publication.Rollout> rollout =
        words.size() == 3
            ? Optional.empty()
            : Optional.of(
                new Publication.Rollout(
                    Integer.parseInt(words.get(3)), story.rulebook(1, words.get(4))));
    Publication publication = new Publication("kept", rulebook, rollout, 0, "staff", "");
    write(Topics.RULEBOOKS, 0, publication.key(), ControlJson.encode(publication));
    published.merge(version, 1, Integer::sum);
  }

  private void write(String topic, int partition, String key, byte[] value) {
    sent.add(producer.send(new ProducerRecord<>(topic, partition, key.getBytes(UTF_8), value)));
  }

  private void flush() {
    sent.forEach(StateStage::get);
    sent.clear();
  }

  /** Writes what an engine told itself before. */
  void tell(List<WrittenRecord> before) {
    for (WrittenRecord record : before) {
      write(Topics.LOOP, record.partition(), record.key(), record.value().getBytes(UTF_8));
    }
    flush();
    published.clear();
  }

  /**
   * Until a checkpoint holds that all inputs were read to their ends. Barriers overtake nothing, so
   * all tasks have acted on it, and what they say is on the topics.
   */
  void settle(StateEngine.Running engine) {
    await(() -> "all is read", () -> isSettled(engine.checkpoint()));
  }

  private boolean isSettled(Path checkpoint) {
    Map<TopicPartition, Long> read = SavedState.at(checkpoint).read();
    return INPUTS.stream()
        .flatMap(topic -> ends(topic).entrySet().stream())
        // Before its first record a source knows no offset of a partition.
        .filter(end -> end.getValue() > 0)
        .allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  private Map<TopicPartition, Long> ends(String topic) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    producer
        .partitionsFor(topic)
        .forEach(
            partition ->
                asked.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    get(admin.listOffsets(asked).all()).forEach((at, end) -> ends.put(at, end.offset()));
    return ends;
  }

  private static <T> T get(Future<T> answer) {
    try {
      return answer.get(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
    } catch (ExecutionException | InterruptedException | TimeoutException e) {
      throw new AssertionError("the broker does not do it", e);
    }
  }

  /** Until tasks have said so often what they made of a version. */
  void awaitWords(long version, int times) {
    await(
        () -> times + " words on version " + version + ", not " + words(version),
        () -> words(version).size() >= times);
  }

  /** What tasks have said of a version, since ever. */
  List<String> words(long version) {
    return read(Stage.RULEBOOK_STATUS.uid()).stream()
        .map(Broker::text)
        .filter(word -> word.contains("\"version\":" + version + ","))
        .toList();
  }

  /** From here on {@link #lines} gives what is said. */
  void mark() {
    OUTPUTS.forEach(topic -> marks.putAll(ends(topic)));
  }

  /** What a topic holds since the mark: by key, the records of one key in their order. */
  List<WrittenRecord> lines(String topic) {
    return read(topic).stream()
        .filter(
            record ->
                record.offset()
                    >= marks.getOrDefault(new TopicPartition(topic, record.partition()), 0L))
        .map(WrittenRecord::of)
        .sorted(Comparator.comparing(WrittenRecord::key))
        .toList();
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    return broker.read(topic, ends(topic));
  }

  private static void await(Supplier<String> what, BooleanSupplier reached) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain: " + what.get());
      }
      LockSupport.parkNanos(ASK_AGAIN_NANOS);
    }
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
