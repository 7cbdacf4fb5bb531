package io.kizashi.pipeline;

import io.kizashi.flink.OutputRecord;
import io.kizashi.schema.Rfc3339;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes records in the binary mode of CloudEvents 1.0: JSON as the value, context as headers. */
final class CloudEventSerializer implements KafkaRecordSerializationSchema<OutputRecord> {
  private static final long serialVersionUID = 1L;
  private static final String SOURCE = "/kizashi";

  private final String topic;

  CloudEventSerializer(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      OutputRecord output, KafkaSinkContext context, @Nullable Long timestamp) {
    return record(topic, output);
  }

  /** The record of a topic. */
  static ProducerRecord<byte[], byte[]> record(String topic, OutputRecord output) {
    byte @Nullable [] key = output.key().length == 0 ? null : output.key();
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, output.value());
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", output.id());
    header(record, "ce_source", SOURCE);
    header(record, "ce_type", output.type());
    if (output.time() != OutputRecord.UNTIMED) {
      header(record, "ce_time", Rfc3339.format(output.time()));
    }
    header(record, "content-type", "application/json");
    return record;
  }

  private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
