package io.kizashi.pipeline;

import io.kizashi.pipeline.HeartbeatWriter.Clocks;
import io.kizashi.pipeline.HeartbeatWriter.Silence;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes a heartbeat to the partition whose number it gets, where its {@link Pulse} allows one. It
 * does not wait for answers: a broker that stands still holds up no checkpoint. Not transactional,
 * since that would prove time too late.
 */
final class HeartbeatSink implements Sink<Integer> {
  private static final long serialVersionUID = 1L;

  /** A producer that has lost its broker asks for the topic again; it is tried again as well. */
  private static final String PATIENCE_MILLIS = "1000";

  /** Until it asks again how many partitions there are: so long, time may pass a new one. */
  private static final String METADATA_MILLIS = "1000";

  /** From the look for partitions to the first record of one: as long as a start takes. */
  private static final Duration UNTIL_READ = Duration.ofMillis(Pulse.SHORTEST_SILENCE);

  private final Properties client;
  private final String topic;
  private final int partitions;
  private final Duration discovery;

  /**
   * For a topic of so many partitions.
   *
   * @param discovery from one look of the source for new partitions to the next
   */
  HeartbeatSink(PipelineConfig config, int partitions, Duration discovery) {
    this.client = new KafkaSinks(config).properties();
    client.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    client.setProperty(ProducerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MILLIS);
    this.topic = config.topic(Topics.TOUCHPOINTS);
    this.partitions = partitions;
    this.discovery = discovery;
  }

  @Override
  public SinkWriter<Integer> createWriter(WriterInitContext context) {
    // Whatever failed may have been the broker, for longer than this writer knows of.
    boolean afterFailure = context.getTaskInfo().getAttemptNumber() > 0;
    long atStart = afterFailure ? Pulse.LONGEST_SILENCE : Pulse.SHORTEST_SILENCE;
    return new HeartbeatWriter(
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer()),
        topic,
        partitions,
        new Silence(atStart, discovery.plus(UNTIL_READ).toMillis()),
        Clocks.OF_THIS_MACHINE);
  }
}
