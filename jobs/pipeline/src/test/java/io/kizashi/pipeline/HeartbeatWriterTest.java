package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.pipeline.HeartbeatWriter.Clocks;
import io.kizashi.pipeline.HeartbeatWriter.Silence;
import io.kizashi.schema.TouchpointJson;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeartbeatWriterTest {
  private static final long SILENCE = 5_000;
  private static final long UNTIL_READ = 9_000;
  private static final SinkWriter.Context CONTEXT =
      new SinkWriter.Context() {
        @Override
        public long currentWatermark() {
          return Long.MIN_VALUE;
        }

        @Override
        public @Nullable Long timestamp() {
          return null;
        }
      };

  private final MockProducer<byte[], byte[]> broker =
      new MockProducer<>(
          false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
  private long now = 100;
  private final HeartbeatWriter writer = writer(broker);

  @Test
  void inTheSilenceOfTheStartNothingIsWritten() throws IOException {
    beat(SILENCE - 1, 0);
    assertThat(broker.history()).isEmpty();

    beat(1, 0);
    assertThat(broker.history()).hasSize(1);
  }

  @Test
  void aHeartbeatGoesToThePartitionThatIsDueWithTheTimeOfDay() throws IOException {
    beat(SILENCE, 1);

    ProducerRecord<byte[], byte[]> sent = broker.history().get(0);
    assertThat(sent.topic() + "-" + sent.partition()).isEqualTo("touchpoints-1");
    assertThat(sent.timestamp()).isEqualTo(SampleRecords.TEN + now);
    assertThat(sent.value())
        .isEqualTo(TouchpointJson.encodeHeartbeat(SampleRecords.TEN + now, "engine"));
  }

  @Test
  void aPartitionWithoutAnAnswerGetsNoSecondOneAndTheOthersGoOn() throws IOException {
    beat(SILENCE, 0);
    beat(50, 0);
    beat(0, 1);

    assertThat(broker.history()).extracting(ProducerRecord::partition).containsExactly(0, 1);
  }

  @Test
  void whatFailedForAWhileIsWrittenAgainWithItsOldTime() throws IOException {
    beat(SILENCE, 0);
    broker.errorNext(new TimeoutException("the broker stands still"));
    beat(50, 0);

    assertThat(broker.history()).hasSize(2);
    assertThat(broker.history().get(1).value()).isEqualTo(broker.history().get(0).value());
  }

  @Test
  void whatFailsForGoodFailsTheTask() throws IOException {
    beat(SILENCE, 0);
    broker.errorNext(new AuthorizationException("not yours"));

    assertThatThrownBy(() -> beat(50, 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("touchpoints")
        .hasRootCauseMessage("not yours");
  }

  @Test
  void whileAPartitionThatWasAddedMayNotBeReadNoneProvesTimeAndThenItDoesToo() throws IOException {
    List<PartitionInfo> three =
        IntStream.range(0, 3).mapToObj(HeartbeatWriterTest::partition).toList();
    Cluster cluster = new Cluster("c", List.of(), three, Set.of(), Set.of());
    MockProducer<byte[], byte[]> grown =
        new MockProducer<>(
            cluster,
            true,
            new RoundRobinPartitioner(),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    HeartbeatWriter two = writer(grown);

    now += SILENCE;
    two.write(1, CONTEXT);
    assertThat(grown.history()).as("nobody has looked").hasSize(1);
    two.write(0, CONTEXT); // looks, after its own heartbeat
    now += UNTIL_READ - 1;
    two.write(0, CONTEXT);
    two.write(1, CONTEXT);
    assertThat(grown.history()).hasSize(2);

    now += 1;
    two.write(0, CONTEXT);
    two.write(1, CONTEXT);
    assertThat(grown.history())
        .extracting(ProducerRecord::partition)
        .containsExactly(1, 0, 0, 2, 1);
  }

  private static PartitionInfo partition(int number) {
    return new PartitionInfo("touchpoints", number, Node.noNode(), new Node[0], new Node[0]);
  }

  @Test
  void closingDoesNotWaitForAnswers() throws IOException {
    beat(SILENCE, 0);
    writer.flush(true);
    writer.close();

    assertThat(broker.closed()).isTrue();
  }

  private HeartbeatWriter writer(MockProducer<byte[], byte[]> broker) {
    return new HeartbeatWriter(
        broker,
        "touchpoints",
        2,
        new Silence(SILENCE, UNTIL_READ),
        new Clocks(() -> now, () -> SampleRecords.TEN + now));
  }

  private void beat(long later, int partition) throws IOException {
    now += later;
    writer.write(partition, CONTEXT);
  }
}
