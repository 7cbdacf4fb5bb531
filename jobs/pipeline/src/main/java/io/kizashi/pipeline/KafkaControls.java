package io.kizashi.pipeline;

import io.kizashi.flink.control.ControlsSoFar;
import io.kizashi.schema.Control;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** What people have published, paused and thawed, as the topics hold it. */
final class KafkaControls implements ControlsSoFar {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, String> client;
  private final String rulebooks;
  private final String controls;

  KafkaControls(PipelineConfig config) {
    this.client = new HashMap<>(config.kafka().client());
    this.rulebooks = config.topic(Topics.RULEBOOKS);
    this.controls = config.topic(Topics.CONTROLS);
  }

  @Override
  public List<Control> read() throws IOException {
    List<Control> all = new ArrayList<>();
    read(rulebooks, ControlDeserializer.publications(), all);
    read(controls, ControlDeserializer.controls(), all);
    return all;
  }

  private void read(String topic, ControlDeserializer deserializer, List<Control> all)
      throws IOException {
    try (TopicLog log = new TopicLog(client, topic)) {
      log.readAll(record -> deserializer.read(record).ifPresent(all::add));
    }
  }
}
