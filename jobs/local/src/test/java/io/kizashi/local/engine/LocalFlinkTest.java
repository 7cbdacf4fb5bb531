package io.kizashi.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.terminal.EnvironmentFault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LocalFlinkTest {
  private static final Pattern RUNNING =
      Pattern.compile("\"id\":\"(\\w+)\",\"status\":\"RUNNING\"");

  /** A method and a path; one Flink for all, which takes seconds to start. */
  private static final List<String> ORDERS =
      List.of(
          "POST /jobs",
          "POST /jars/upload",
          "PATCH /jobs/JOB?mode=cancel",
          "POST /jobs/JOB/stop",
          "POST /jobs/JOB/savepoints",
          "GET /jobs/JOB/yarn-cancel",
          "GET /jobs/JOB/%79arn-stop",
          "DELETE /cluster");

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

  @Test
  void nothingIsChangedOverHttp() throws Exception {
    try (LocalFlink flink = LocalFlink.start(1, MemorySize.ofMebiBytes(64))) {
      LocalJob job = flink.submit(numbers(0, Long.MAX_VALUE), "endless");
      assertThat(job.time().awaitRunning(PATIENCE)).isTrue();
      String id =
          RUNNING
              .matcher(send(flink, "GET", "/jobs").body())
              .results()
              .map(found -> found.group(1))
              .findAny()
              .orElseThrow();
      for (String order : ORDERS) {
        String[] parts = order.replace("JOB", id).split(" ", -1);
        HttpResponse<String> answer = send(flink, parts[0], parts[1]);
        assertThat(answer.statusCode()).as(order).isEqualTo(403);
        assertThat(answer.body()).contains("takes no jobs and no orders over HTTP");
      }
      assertThat(send(flink, "GET", "/jobs/overview").statusCode()).isEqualTo(200);
      assertThat(send(flink, "GET", "/jobs").body()).containsPattern(RUNNING);
    }
  }

  private static HttpResponse<String> send(LocalFlink flink, String method, String path)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(flink.address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
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
