package io.kizashi.pipeline;

import io.kizashi.flink.OutputRecord;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What the engine writes to Kafka. */
final class KafkaSinks {
  /** Below the 15 minutes that a broker allows by default; the connector's own is an hour. */
  private static final String TRANSACTION_MILLIS = "600000";

  private final PipelineConfig config;

  KafkaSinks(PipelineConfig config) {
    this.config = config;
  }

  /** The sink of a stage, whose topic is called as the stage is. */
  Sink<OutputRecord> of(Stage stage) {
    return KafkaSink.<OutputRecord>builder()
        .setBootstrapServers(config.kafka().bootstrap())
        .setKafkaProducerConfig(properties())
        .setDeliveryGuarantee(
            switch (config.delivery()) {
              case AT_LEAST_ONCE -> DeliveryGuarantee.AT_LEAST_ONCE;
              case EXACTLY_ONCE -> DeliveryGuarantee.EXACTLY_ONCE;
            })
        .setTransactionalIdPrefix(config.topicPrefix() + config.kafka().group() + "-" + stage.uid())
        .setRecordSerializer(new CloudEventSerializer(config.topic(stage.uid())))
        .build();
  }

  /** After which a broker ends what is neither committed nor taken back. */
  Duration transactionTimeout() {
    String millis = properties().getProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG);
    return Duration.ofMillis(Long.parseLong(millis.strip()));
  }

  /** What every producer is given; {@link KafkaSink} sets the bootstrap itself as well. */
  Properties properties() {
    Properties properties = new Properties();
    // A recommendation does not wait for company.
    properties.setProperty(ProducerConfig.LINGER_MS_CONFIG, "0");
    // Said, Kafka refuses settings that don't go with it; unsaid, it gives it up without a word.
    properties.setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    properties.setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
    properties.putAll(config.kafka().properties());
    properties.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrap());
    return properties;
  }
}
