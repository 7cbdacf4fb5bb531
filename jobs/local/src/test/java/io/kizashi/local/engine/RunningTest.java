package io.kizashi.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.local.kafka.Brokers;
import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.TimeSources;
import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RunningTest {
  private static final MemorySize MEMORY = MemorySize.ofMebiBytes(128);
  private static final RulebookDocument RULEBOOK =
      new RulebookDocument(
          "rulebook.yaml",
          1,
          """
          rulebook: shop
          timezone: Asia/Tokyo
          moments:
            ordered: { kind: moment_of_truth, pattern: [{ event: order_placed }] }
          """);

  @Test
  void theBrokerOutlivesTheEngineAndBothEndWithTheirOwner() throws IOException {
    String bootstrap;
    try (Running running = Running.withBroker(1, MEMORY)) {
      bootstrap = running.bootstrap();
      Brokers.createOnOneNode(bootstrap, "");
      PipelineConfig settings = running.settings("engine", "", TimeSources.ANY, Map.of());
      running.start("engine", Running.engine(settings, RULEBOOK), Duration.ofMinutes(1));
      running.stopEngine();
      running.stopEngine();
      connect(bootstrap);
    }
    assertThatThrownBy(() -> connect(bootstrap)).isInstanceOf(ConnectException.class);
  }

  @Test
  void aJobWhoseTasksDoNotRunInTimeIsNamed() {
    StreamExecutionEnvironment tooMany = StreamExecutionEnvironment.getExecutionEnvironment();
    tooMany.setParallelism(2);
    tooMany.fromSequence(0, 1).sinkTo(new DiscardingSink<>());
    try (Running running = Running.on("nobody asks", 1, MEMORY)) {
      assertThatThrownBy(() -> running.start("lost", tooMany, Duration.ofSeconds(1)))
          .isInstanceOf(EnvironmentFault.class)
          .hasMessageContaining("'lost' did not come up within 1 s");
    }
  }

  private static void connect(String bootstrap) throws IOException {
    String[] address = bootstrap.split(":", -1);
    try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
      assertThat(socket.isConnected()).isTrue();
    }
  }
}
