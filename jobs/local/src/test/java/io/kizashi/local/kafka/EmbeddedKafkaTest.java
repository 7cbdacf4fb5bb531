package io.kizashi.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EmbeddedKafkaTest {
  private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(30);

  @Test
  @Timeout(120)
  void whatIsProducedIsConsumedEvenTheLargestRecord() throws Exception {
    byte[] small = "{}".getBytes(StandardCharsets.UTF_8);
    byte[] large = new byte[TopicPlan.largestTouchpoint()];
    try (EmbeddedKafka kafka = EmbeddedKafka.startWithTopics()) {
      produce(kafka.bootstrap(), small, large);
      assertThat(consume(kafka.bootstrap(), 2)).containsExactly(small, large);
    }
  }

  @Test
  @Timeout(120)
  void topicsThatArePresentStayAsTheyAreAndMissingOnesAreCreated() {
    try (EmbeddedKafka kafka = EmbeddedKafka.startWithTopics();
        Brokers brokers = new Brokers(kafka.bootstrap(), Map.of())) {
      assertThat(brokers.create(TopicPlan.shipped("", (short) 1))).isEmpty();
      assertThat(brokers.create(TopicPlan.shipped("test-", (short) 1)))
          .contains("test-touchpoints", "test-recommendations", "test-rejected");
      assertThat(brokers.partitions("touchpoints")).isEqualTo(12);
    }
  }

  @Test
  @Timeout(120)
  void aPortThatWasTakenMeanwhileIsLeftForAnother() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        EmbeddedKafka kafka = EmbeddedKafka.start(takenOnce(other.getLocalPort()))) {
      assertThat(kafka.bootstrap()).doesNotEndWith(":" + other.getLocalPort());
      try (Brokers brokers = new Brokers(kafka.bootstrap(), Map.of())) {
        assertThat(brokers.create(TopicPlan.shipped("", (short) 1))).contains("touchpoints");
      }
    }
  }

  @Test
  @Timeout(120)
  void wherePortsAreTakenAgainAndAgainItIsSaid() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int taken = other.getLocalPort();
      assertThatThrownBy(() -> EmbeddedKafka.start(() -> new int[] {taken, free()}))
          .isInstanceOf(EnvironmentFault.class)
          .hasMessageContaining("could not start on 127.0.0.1:" + taken);
    }
  }

  private static Supplier<int[]> takenOnce(int port) {
    Iterator<Integer> brokers = List.of(port, free()).iterator();
    return () -> new int[] {brokers.next(), free()};
  }

  private static int free() {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void produce(String bootstrap, byte[]... values) throws Exception {
    Map<String, Object> configuration =
        Map.of(
            "bootstrap.servers", bootstrap, "max.request.size", 2 * TopicPlan.largestTouchpoint());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(configuration, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (byte[] value : values) {
        producer.send(new ProducerRecord<>("touchpoints", 0, null, value)).get();
      }
    }
  }

  private static List<byte[]> consume(String bootstrap, int expected) {
    Map<String, Object> configuration =
        Map.of("bootstrap.servers", bootstrap, "group.id", "test", "auto.offset.reset", "earliest");
    List<byte[]> values = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of("touchpoints"));
      long end = System.nanoTime() + DEADLINE_NANOS;
      while (values.size() < expected && System.nanoTime() < end) {
        for (ConsumerRecord<byte[], byte[]> got : consumer.poll(Duration.ofMillis(200))) {
          values.add(got.value());
        }
      }
    }
    return values;
  }
}
