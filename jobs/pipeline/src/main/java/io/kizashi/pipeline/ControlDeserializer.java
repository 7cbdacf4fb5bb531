package io.kizashi.pipeline;

import io.kizashi.flink.Streams;
import io.kizashi.schema.Control;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Inquiry;
import java.util.Optional;
import java.util.stream.Stream;
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

  /** So long somebody may wait for an answer. */
  static final long PATIENCE_MILLIS = 60_000;

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
    Optional<? extends Control> control = read(record);
    if (control
        .filter(it -> isStale(it, record.timestamp(), System.currentTimeMillis()))
        .isPresent()) {
      LOG.info(
          "{}-{}-{} asks about a customer, and is too old to be answered",
          record.topic(),
          record.partition(),
          record.offset());
      return;
    }
    control.ifPresent(out::collect);
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
    return Stream.of(Control.Kind.PAUSE, Control.Kind.THAW, Control.Kind.INQUIRY)
        .flatMap(kind -> ControlJson.decode(kind, value, offset).stream())
        .findFirst();
  }

  /**
   * Whether nobody waits for the answer any more: what was asked while no engine ran is not
   * answered.
   *
   * @param taken when the broker took it in, milliseconds since the epoch
   */
  static boolean isStale(Control control, long taken, long now) {
    return control instanceof Inquiry && now - taken > PATIENCE_MILLIS;
  }

  @Override
  public TypeInformation<Control> getProducedType() {
    return Streams.CONTROL;
  }
}
