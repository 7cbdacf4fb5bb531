package io.kizashi.pipeline;

import io.kizashi.flink.RawRecord;
import io.kizashi.flink.Streams;
import io.kizashi.pipeline.hold.PatientSource;
import io.kizashi.schema.Control;
import java.time.Duration;
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
   * Touchpoints and heartbeats, with time proven by partition, as long as checkpoints are made.
   *
   * @param partitions of the topic; a task more than these would hold time back for ever
   */
  DataStream<RawRecord> touchpoints(int partitions) {
    KafkaSource<RawRecord> source =
        source(Topics.TOUCHPOINTS, config.kafka().group(), new RawRecordDeserializer())
            // Offsets are part of the state: without a checkpoint the state is empty and is made
            // anew from all that the topic holds. Offsets that a broker remembers would skip it.
            .setStartingOffsets(OffsetsInitializer.earliest())
            .build();
    PatientSource<RawRecord, ?, ?> patient =
        new PatientSource<>(source, config.checkpoints().patience(), longest());
    WatermarkStrategy<RawRecord> time =
        WatermarkStrategy.forGenerator(
            new PartitionClocks(
                config.heartbeats(), config.sources(), new KafkaRetirements(config)));
    return Pipeline.named(
            Stage.TOUCHPOINTS, env.fromSource(patient, time, Stage.TOUCHPOINTS.uid(), Streams.RAW))
        .setParallelism(Math.min(config.parallelism(), partitions));
  }

  /**
   * A transaction that is open for too long is ended by the broker, and the connector passes over
   * one that it can't commit, without a word. Half of that time is left for the checkpoint itself.
   */
  private Duration longest() {
    return switch (config.delivery()) {
      case AT_LEAST_ONCE -> PatientSource.FOR_EVER;
      case EXACTLY_ONCE -> new KafkaSinks(config).transactionTimeout().dividedBy(2);
    };
  }

  /** What people say, the oldest first: published rulebooks, and pauses. */
  DataStream<Control> controls() {
    return controls(Stage.RULEBOOKS, Topics.RULEBOOKS, ControlDeserializer.publications())
        .union(controls(Stage.CONTROLS, Topics.CONTROLS, ControlDeserializer.controls()));
  }

  /** What the engine tells itself, the oldest first: one task. */
  DataStream<RawRecord> loop() {
    String group = config.kafka().group() + "-" + Topics.LOOP;
    KafkaSource<RawRecord> source =
        source(Topics.LOOP, group, new RawRecordDeserializer())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .build();
    WatermarkStrategy<RawRecord> always =
        WatermarkStrategy.forGenerator(context -> new ControlWatermarks<>());
    Stage stage = Stage.LOOP_READ;
    return Pipeline.named(stage, env.fromSource(source, always, stage.uid(), Streams.RAW))
        .setParallelism(1);
  }

  /** One partition, one task. */
  private DataStream<Control> controls(
      Stage stage, String topic, KafkaRecordDeserializationSchema<Control> deserializer) {
    KafkaSource<Control> source =
        source(topic, config.kafka().group() + "-" + topic, deserializer)
            .setStartingOffsets(OffsetsInitializer.earliest())
            .build();
    WatermarkStrategy<Control> always =
        WatermarkStrategy.forGenerator(context -> new ControlWatermarks<>());
    return Pipeline.named(stage, env.fromSource(source, always, stage.uid(), Streams.CONTROL))
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
