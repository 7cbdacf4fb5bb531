package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.flink.OutputRecord;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An answer that can't be written is dropped, and the engine goes on. */
class AnswerWriterTest {
  private static final OutputRecord ANSWER =
      new OutputRecord(
          "i-1".getBytes(StandardCharsets.UTF_8),
          "{\"customer\":\"secret-1\"}".getBytes(StandardCharsets.UTF_8),
          "io.kizashi.reply",
          "i-1",
          OutputRecord.UNTIMED);
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
  private final AnswerWriter writer = new AnswerWriter(broker, "answers", () -> now);

  @Test
  void anAnswerIsWrittenByTheIdOfWhatWasAsked() {
    writer.write(ANSWER, CONTEXT);
    assertThat(broker.history())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.topic()).isEqualTo("answers");
              assertThat(record.key()).isEqualTo(ANSWER.key());
              assertThat(record.value()).isEqualTo(ANSWER.value());
            });
    broker.completeNext();
    writer.write(ANSWER, CONTEXT);
    assertThat(broker.history()).hasSize(2);
  }

  @Test
  void aTopicThatFailsIsLeftAloneForAWhileAndTriedAgain() {
    writer.write(ANSWER, CONTEXT);
    broker.errorNext(new TimeoutException("no such topic"));
    now += AnswerWriter.PAUSE_MILLIS - 1;
    writer.write(ANSWER, CONTEXT);
    assertThat(broker.history()).hasSize(1);
    now += 1;
    writer.write(ANSWER, CONTEXT);
    assertThat(broker.history()).hasSize(2);
  }

  @Test
  void aFailureIsSaidOnceUntilAnAnswerIsWrittenAgainAndWithoutWhatItHolds() {
    try (LogCapture said = LogCapture.of("answers can't be written to answers")) {
      for (int i = 0; i < 3; i++) {
        writer.write(ANSWER, CONTEXT);
        broker.errorNext(new AuthorizationException("no WRITE"));
        now += AnswerWriter.PAUSE_MILLIS;
      }
      assertThat(said.found()).hasSize(1);
      writer.write(ANSWER, CONTEXT);
      broker.completeNext();
      writer.write(ANSWER, CONTEXT);
      broker.errorNext(new AuthorizationException("no WRITE"));
      assertThat(said.found()).hasSize(2).noneMatch(line -> line.contains("secret-1"));
    }
  }

  @Test
  void aProducerThatRefusesAtOnceStopsNothing() {
    broker.sendException = new TimeoutException("buffer");
    writer.write(ANSWER, CONTEXT);
    writer.flush(true);
    assertThat(broker.history()).isEmpty();
  }
}
