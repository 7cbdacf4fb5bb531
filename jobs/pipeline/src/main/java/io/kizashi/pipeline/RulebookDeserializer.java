package io.kizashi.pipeline;

import io.kizashi.flink.Streams;
import io.kizashi.schema.RulebookDocument;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads published rulebooks; a record that is none must not stop the engine. */
final class RulebookDeserializer implements KafkaRecordDeserializationSchema<RulebookDocument> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(RulebookDeserializer.class);

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RulebookDocument> out) {
    byte @Nullable [] value = record.value();
    if (value == null) { // a tombstone: compaction has taken an old version away
      return;
    }
    Optional<RulebookDocument> document = RulebookRecords.decode(value);
    document.ifPresent(out::collect);
    if (document.isEmpty()) {
      LOG.warn(
          "{}-{}-{} holds no rulebook and is skipped; publish rulebooks with the command line",
          record.topic(),
          record.partition(),
          record.offset());
    }
  }

  @Override
  public TypeInformation<RulebookDocument> getProducedType() {
    return Streams.RULEBOOK;
  }
}
