package io.kizashi.pipeline;

import io.kizashi.flink.proof.RetiredSources;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Retirement;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which declared sources are gone, as the topic of controls holds it. */
final class KafkaRetirements implements RetiredSources {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, String> client;
  private final String controls;
  private final boolean isAnyDeclared;

  KafkaRetirements(PipelineConfig config) {
    this.client = new HashMap<>(config.kafka().client());
    this.controls = config.topic(Topics.CONTROLS);
    this.isAnyDeclared = !config.sources().declared().isEmpty();
  }

  @Override
  public Set<String> read() throws IOException {
    Set<String> retired = new HashSet<>();
    if (isAnyDeclared) {
      read(Map.copyOf(client), retired);
    }
    return retired;
  }

  private void read(Map<String, String> settings, Set<String> retired) throws IOException {
    try (TopicLog log = new TopicLog(settings, controls)) {
      log.readAll(
          record ->
              Optional.ofNullable(record.value())
                  .flatMap(ControlJson::retirement)
                  .map(Retirement::source)
                  .ifPresent(retired::add));
    }
  }
}
