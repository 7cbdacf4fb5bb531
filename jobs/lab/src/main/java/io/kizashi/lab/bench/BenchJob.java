package io.kizashi.lab.bench;

import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.schema.RulebookDocument;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job that is measured. All of them answer markers and probes on the topic of outputs. */
enum BenchJob {
  /** Kafka source, nothing, and out: what Flink costs. */
  IDENTITY("Flink identity"),
  /** One state read and written for each record: what keeping state costs. */
  READ_MODIFY_WRITE("RocksDB read-modify-write"),
  /** The engine. */
  PRODUCT("product");

  private final String title;

  BenchJob(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Adds the job to an environment. */
  void build(StreamExecutionEnvironment env, PipelineConfig config, RulebookDocument rulebook) {
    switch (this) {
      case IDENTITY -> Floors.identity(env, config);
      case READ_MODIFY_WRITE -> Floors.readModifyWrite(env, config);
      case PRODUCT -> io.kizashi.pipeline.KafkaPipeline.build(env, config, rulebook);
    }
  }
}
