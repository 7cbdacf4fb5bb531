package io.kizashi.pipeline;

import io.kizashi.flink.recall.InputEnds;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Where the topic of touchpoints ends. */
final class KafkaInputEnds implements InputEnds {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, String> client;
  private final String touchpoints;

  KafkaInputEnds(PipelineConfig config) {
    this.client = new HashMap<>(config.kafka().client());
    this.touchpoints = config.topic(Topics.TOUCHPOINTS);
  }

  @Override
  public Map<Integer, Long> read() throws IOException {
    try (TopicLog log = new TopicLog(client, touchpoints)) {
      return log.ends();
    }
  }
}
