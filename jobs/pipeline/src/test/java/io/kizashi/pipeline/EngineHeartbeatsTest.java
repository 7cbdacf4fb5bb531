package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Placeholders;
import io.kizashi.schema.TimeSources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class EngineHeartbeatsTest {
  private static final PipelineConfig CONFIG =
      new PipelineConfig(
          Path.of("rulebook.yaml"),
          4,
          new PipelineConfig.Kafka("b:9092", "kizashi", Map.of()),
          new PipelineConfig.Checkpoints(
              "file:///state", Duration.ofSeconds(10), Duration.ofMinutes(5)),
          HeartbeatMode.ENGINE,
          TimeSources.ANY,
          Placeholders.USUAL,
          Delivery.EXACTLY_ONCE,
          "",
          Sensing.ON,
          Learning.OFF,
          OptionalInt.empty());

  @Test
  void oneTaskMakesThemAndOneWritesThemUnderNamesThatSavepointsHold() {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(Environments.run(CONFIG));

    EngineHeartbeats.add(env, CONFIG, 6);

    assertThat(env.getStreamGraph().getStreamNodes())
        .extracting(EngineHeartbeatsTest::described)
        .containsExactlyInAnyOrder("heartbeats 1", "heartbeats-written 1");
  }

  private static String described(StreamNode node) {
    return node.getTransformationUID() + " " + node.getParallelism();
  }
}
