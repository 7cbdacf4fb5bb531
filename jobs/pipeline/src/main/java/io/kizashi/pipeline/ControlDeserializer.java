package io.kizashi.pipeline;

import io.kizashi.flink.Streams;
import io.kizashi.schema.Control;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Pause;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what people say; a record that says nothing must not stop the engine. */
final class ControlDeserializer implements KafkaRecordDeserializationSchema<Control> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ControlDeserializer.class);

  /** What lies on a topic. */
  private enum Content {
    PUBLICATIONS,
    CONTROLS
  }

  private final Content content;

  private ControlDeserializer(Content content) {
    this.content = content;
  }

  /** Of the topic of rulebooks. */
  static ControlDeserializer publications() {
    return new ControlDeserializer(Content.PUBLICATIONS);
  }

  /** Of the topic of pauses and thaws. */
  static ControlDeserializer controls() {
    return new ControlDeserializer(Content.CONTROLS);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Control> out) {
    read(record).ifPresent(out::collect);
  }

  /** The control of a record; empty, and said so, where it holds none. */
  Optional<? extends Control> read(ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] value = record.value();
    if (value == null) { // a tombstone: somebody has taken an old record away
      return Optional.empty();
    }
    Optional<? extends Control> control =
        switch (content) {
          case PUBLICATIONS -> ControlJson.publication(value, record.offset());
          case CONTROLS -> control(value, record.offset());
        };
    if (control.isEmpty() && ControlJson.retirement(value).isEmpty()) { // heard elsewhere
      LOG.warn(
          "{}-{}-{} says nothing that is understood and is skipped; use the command line to write",
          record.topic(),
          record.partition(),
          record.offset());
    }
    return control;
  }

  private static Optional<? extends Control> control(byte[] value, long offset) {
    Optional<Pause> pause = ControlJson.pause(value, offset);
    return pause.isPresent() ? pause : ControlJson.thaw(value, offset);
  }

  @Override
  public TypeInformation<Control> getProducedType() {
    return Streams.CONTROL;
  }
}
