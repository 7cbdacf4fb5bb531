package io.kizashi.pipeline;

import io.kizashi.flink.OutputRecord;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes answers, in a task of its own: whoever decides never waits for it. It keeps nothing, and
 * no checkpoint waits for the broker. Not transactional, since an answer has no use later.
 */
final class AnswerSink implements Sink<OutputRecord> {
  private static final long serialVersionUID = 1L;

  /** So long a topic that may be missing is looked for; a checkpoint may be later by that. */
  private static final String PATIENCE_MILLIS = "1000";

  /** Questions are rare, and the first after a night is not to wait for the broker's word. */
  private static final String REMEMBERED_MILLIS = "86400000";

  private final Properties client;
  private final String topic;

  private AnswerSink(PipelineConfig config) {
    this.client = new KafkaSinks(config).properties();
    client.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    client.setProperty(ProducerConfig.METADATA_MAX_IDLE_CONFIG, REMEMBERED_MILLIS);
    this.topic = config.topic(Topics.ANSWERS);
  }

  static void add(DataStream<OutputRecord> answers, PipelineConfig config) {
    answers
        .sinkTo(new AnswerSink(config))
        .name(Stage.ANSWERS.uid())
        .uid(Stage.ANSWERS.uid())
        .setParallelism(1)
        .disableChaining();
  }

  @Override
  public SinkWriter<OutputRecord> createWriter(WriterInitContext context) {
    return new AnswerWriter(
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer()),
        topic,
        () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
  }
}
