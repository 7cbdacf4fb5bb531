package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.pipeline.HeartbeatWriter.Clocks;
import io.kizashi.pipeline.HeartbeatWriter.Silence;
import io.kizashi.schema.TouchpointJson;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
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
  private final HeartbeatWriter writer =
      new HeartbeatWriter(
          broker,
          "touchpoints",
          2,
          new Silence(SILENCE, UNTIL_READ),
          new Clocks(() -> now, () -> SampleRecords.TEN + now));

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
  void closingDoesNotWaitForAnswers() throws IOException {
    beat(SILENCE, 0);
    writer.flush(true);
    writer.close();

    assertThat(broker.closed()).isTrue();
  }

  private void beat(long later, int partition) throws IOException {
    now += later;
    writer.write(partition, CONTEXT);
  }
}
