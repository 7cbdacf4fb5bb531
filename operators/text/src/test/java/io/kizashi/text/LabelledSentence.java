package io.kizashi.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A labelled sentence.
 *
 * @param pair what it shares with the sentence that differs by a negation, or empty
 */
record LabelledSentence(
    String id, String text, String polarity, String label, String kind, String pair) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The sentences of a language, {@code ja} or {@code en}. */
  static List<LabelledSentence> of(String language) {
    return LexiconFile.lines("sentences." + language + ".jsonl").stream()
        .map(LabelledSentence::parse)
        .toList();
  }

  private static LabelledSentence parse(String line) {
    try {
      JsonNode node = MAPPER.readTree(line);
      return new LabelledSentence(
          node.path("id").asText(),
          node.path("text").asText(),
          node.path("polarity").asText(),
          node.path("label").asText(),
          node.path("kind").asText(),
          node.path("pair").asText(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
