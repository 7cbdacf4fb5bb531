package io.kizashi.control.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.schema.RulebookRef;
import io.kizashi.schema.RulebookStatus;
import io.kizashi.schema.RulebookStatus.Word;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a task of the engine said of a rulebook.
 *
 * @param time when the broker took it in, milliseconds since the epoch
 */
public record TaskAnswer(RulebookStatus status, long time) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The answer of a record; empty where it is none. */
  static Optional<TaskAnswer> read(byte[] bytes, long time) {
    JsonNode json;
    try {
      json = JSON.readTree(bytes);
    } catch (IOException e) {
      return Optional.empty();
    }
    JsonNode rulebook = json.path("rulebook");
    int tasks = json.path("tasks").asInt();
    boolean complete =
        rulebook.path("version").asLong() > 0 && tasks > 0 && json.path("task").isInt();
    return complete
        ? word(json).map(word -> new TaskAnswer(status(json, rulebook, tasks, word), time))
        : Optional.empty();
  }

  private static Optional<Word> word(JsonNode json) {
    boolean adopted = json.path("status").asText().equals(Word.ADOPTED.wire());
    String spelled = adopted ? Word.ADOPTED.wire() : json.path("code").asText();
    return Arrays.stream(Word.values()).filter(word -> word.wire().equals(spelled)).findFirst();
  }

  private static RulebookStatus status(JsonNode json, JsonNode rulebook, int tasks, Word word) {
    RulebookRef ref =
        new RulebookRef(
            rulebook.path("name").asText(),
            rulebook.path("version").asLong(),
            rulebook.path("hash").asText());
    List<String> problems =
        StreamSupport.stream(json.path("problems").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    return new RulebookStatus(
        json.path("file").asText(),
        ref,
        json.path("percent").asInt(),
        word,
        problems,
        json.path("task").asInt(),
        tasks);
  }

  String name() {
    return status.rulebook().name();
  }

  public long version() {
    return status.rulebook().version();
  }
}
