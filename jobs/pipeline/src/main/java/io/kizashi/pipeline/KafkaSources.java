package io.kizashi.pipeline;

import io.kizashi.flink.RawRecord;
import io.kizashi.flink.Streams;
import io.kizashi.schema.RulebookDocument;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What the engine reads from Kafka. */
final class KafkaSources {
  private final StreamExecutionEnvironment env;
  private final PipelineConfig config;

  KafkaSources(StreamExecutionEnvironment env, PipelineConfig config) {
    this.env = env;
    this.config = config;
  }

  /**
   * Touchpoints and heartbeats, with time proven by partition.
   *
   * @param partitions of the topic; a task more than these would hold time back for ever
   */
  DataStream<RawRecord> touchpoints(int partitions) {
    KafkaSource<RawRecord> source =
        source(Topics.TOUCHPOINTS, config.kafka().group(), new RawRecordDeserializer())
            // Offsets are part of the state: without a checkpoint the state is empty, and is made
            // anew
            // from all that the topic holds. Offsets that a broker remembers would skip it.
            .setStartingOffsets(OffsetsInitializer.earliest())
            .build();
    boolean byArrival = config.heartbeats() == Heartbeats.NONE;
    WatermarkStrategy<RawRecord> time =
        WatermarkStrategy.forGenerator(
            context -> byArrival ? HeartbeatWatermarks.byArrival() : HeartbeatWatermarks.strict());
    return Pipeline.named(
            Stage.TOUCHPOINTS, env.fromSource(source, time, Stage.TOUCHPOINTS.uid(), Streams.RAW))
        .setParallelism(Math.min(config.parallelism(), partitions));
  }

  /** Published rulebooks, the oldest first; one partition, one task. */
  DataStream<RulebookDocument> rulebooks() {
    KafkaSource<RulebookDocument> source =
        source(
                Topics.RULEBOOKS,
                config.kafka().group() + "-" + Topics.RULEBOOKS,
                new RulebookDeserializer())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .build();
    WatermarkStrategy<RulebookDocument> always =
        WatermarkStrategy.forGenerator(context -> new ControlWatermarks<>());
    return Pipeline.named(
            Stage.RULEBOOKS,
            env.fromSource(source, always, Stage.RULEBOOKS.uid(), Streams.RULEBOOK))
        .setParallelism(1);
  }

  private <T> KafkaSourceBuilder<T> source(
      String topic, String group, KafkaRecordDeserializationSchema<T> deserializer) {
    Properties properties = new Properties();
    properties.putAll(config.kafka().properties());
    return KafkaSource.<T>builder()
        .setProperties(properties)
        .setBootstrapServers(config.kafka().bootstrap())
        .setTopics(config.topic(topic))
        .setGroupId(group)
        .setClientIdPrefix(group)
        .setDeserializer(deserializer);
  }
}
