package io.kizashi.pipeline;

import io.kizashi.flink.sensing.LexiconSource;
import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.LearnedLexiconJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** What words have come to mean, as the loop holds it. */
final class KafkaLexicons implements LexiconSource {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, String> client;
  private final String loop;

  KafkaLexicons(PipelineConfig config) {
    this.client = new HashMap<>(config.kafka().client());
    this.loop = config.topic(Topics.LOOP);
  }

  @Override
  public List<LearnedLexicon> read() throws IOException {
    List<LearnedLexicon> all = new ArrayList<>();
    try (TopicLog log = new TopicLog(client, loop)) {
      log.readAll(
          record ->
              Optional.ofNullable(record.value())
                  .flatMap(LearnedLexiconJson::decode)
                  .ifPresent(all::add));
    }
    return all;
  }
}
