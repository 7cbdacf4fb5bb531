package io.kizashi.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.terminal.EnvironmentFault;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LocalFlinkTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void aBoundedJobEndsAndItsFailureIsTold() {
    try (LocalFlink flink = LocalFlink.start(1, MemorySize.ofMebiBytes(64))) {
      assertThat(flink.submit(numbers(1_000_000_000_000L, 10), "bounded").await()).isEmpty();
      StreamExecutionEnvironment broken = StreamExecutionEnvironment.getExecutionEnvironment();
      broken
          .fromSequence(0, 1)
          .map(n -> 1 / (n * 0))
          .returns(Long.class)
          .sinkTo(new DiscardingSink<>());
      LocalJob job = flink.submit(broken, "broken");
      assertThatThrownBy(job::await)
          .isInstanceOf(EnvironmentFault.class)
          .hasMessageContaining("the job failed: / by zero");
    }
  }

  @Test
  void theTimeOfARunningJobIsKnownAndItCanBeCancelled() {
    long start = 1_000_000_000_000L;
    try (LocalFlink flink = LocalFlink.start(1, MemorySize.ofMebiBytes(64))) {
      LocalJob job = flink.submit(numbers(start, Long.MAX_VALUE - start), "endless");
      assertThat(job.time().awaitRunning(PATIENCE)).isTrue();
      assertThat(job.time().awaitPast(start, PATIENCE)).isTrue();
      assertThat(job.time().awaitPast(Long.MAX_VALUE, Duration.ofMillis(1))).isFalse();
      job.cancel();
      assertThat(job.await()).isEmpty();
    }
  }

  private static StreamExecutionEnvironment numbers(long start, long count) {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    environment.setParallelism(1);
    DataStream<Long> numbers =
        environment
            .fromSequence(start, start + count - 1)
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Long>forMonotonousTimestamps()
                    .withTimestampAssigner((n, before) -> n));
    numbers.keyBy(n -> n % 7).map(n -> n).returns(Long.class).sinkTo(new DiscardingSink<>());
    return environment;
  }
}
