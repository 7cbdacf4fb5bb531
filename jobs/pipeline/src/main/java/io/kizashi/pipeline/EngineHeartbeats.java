package io.kizashi.pipeline;

import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Heartbeats by the engine, for sources that write none: to each partition of the touchpoints in
 * turn, with this machine's clock. They prove that what the broker took in before them has been
 * read; a touchpoint still on its way to the broker is covered by {@code disorder} alone. {@link
 * Pulse} says what happens when the broker itself stands still.
 */
final class EngineHeartbeats {
  /** Two in the 100 ms that the contract allows, so that one may be slow. */
  private static final int PER_SECOND = 20;

  /** The source would end, and with it time, after so many. */
  private static final long ENDLESS = Long.MAX_VALUE;

  private EngineHeartbeats() {}

  static void add(StreamExecutionEnvironment env, PipelineConfig config, int partitions) {
    DataGeneratorSource<Integer> ticks =
        new DataGeneratorSource<>(
            tick -> (int) (tick % partitions),
            ENDLESS,
            RateLimiterStrategy.perSecond((double) PER_SECOND * partitions),
            Types.INT);
    DataStream<Integer> due =
        Pipeline.named(
                Stage.HEARTBEATS,
                env.fromSource(ticks, WatermarkStrategy.noWatermarks(), Stage.HEARTBEATS.uid()))
            .setParallelism(1);
    due.sinkTo(new HeartbeatSink(config, partitions, discovery(config)))
        .name(Stage.HEARTBEATS_WRITTEN.uid())
        .uid(Stage.HEARTBEATS_WRITTEN.uid())
        .setParallelism(1);
  }

  /** From one look of the source for new partitions to the next. */
  private static Duration discovery(PipelineConfig config) {
    return Optional.ofNullable(
            config
                .kafka()
                .properties()
                .get(KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key()))
        .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
        .orElse(
            Duration.ofMillis(KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.defaultValue()));
  }
}
