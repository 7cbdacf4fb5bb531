package io.kizashi.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The JSON form of what was learned, as records of the loop hold it; equal ones, equal bytes. */
public final class LearnedLexiconJson {
  private static final JsonFactory READER =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(LearningBounds.RECORD_BYTES)
                  .maxNestingDepth(Bounds.JSON_DEPTH)
                  .build())
          .build();

  private static final String PURPOSE = "purpose";
  private static final String LEXICON = "lexicon";
  private static final String EPOCH = "epoch";
  private static final String ANSWERS = "answers";
  private static final String MEAN = "mean";
  private static final String WORDS = "words";
  private static final String WORD = "word";
  private static final String SHIFT = "shift";

  private LearnedLexiconJson() {}

  /** The record of a lexicon. */
  public static byte[] encode(LearnedLexicon lexicon) {
    return Json.object(
        out -> {
          out.writeStringField(PURPOSE, LEXICON);
          out.writeNumberField(EPOCH, lexicon.epoch());
          out.writeStringField("until", Rfc3339.format(lexicon.until()));
          out.writeNumberField(ANSWERS, lexicon.answers());
          out.writeNumberField(MEAN, lexicon.mean());
          out.writeArrayFieldStart(WORDS);
          for (Map.Entry<String, LearnedLexicon.Word> word : lexicon.words().entrySet()) {
            out.writeStartObject();
            out.writeStringField(WORD, word.getKey());
            out.writeNumberField(SHIFT, word.getValue().shift());
            out.writeNumberField(ANSWERS, word.getValue().answers());
            out.writeNumberField(MEAN, word.getValue().mean());
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  /** The lexicon of a record; empty where it is none. Never throws. */
  public static Optional<LearnedLexicon> decode(byte[] bytes) {
    try (JsonParser in = READER.createParser(bytes)) {
      Map<String, LearnedLexicon.Word> words = new HashMap<>();
      Scalars scalars = Scalars.read(in, words);
      return scalars.text(PURPOSE).equals(LEXICON)
          ? Optional.of(
              new LearnedLexicon(
                  (long) scalars.number(EPOCH),
                  (long) scalars.number(ANSWERS),
                  scalars.number(MEAN),
                  words))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The texts and numbers of an object, by name. */
  private record Scalars(Map<String, String> texts, Map<String, Double> numbers) {
    /** Reads one object; the words that it lists are put aside. */
    static Scalars read(JsonParser in, Map<String, LearnedLexicon.Word> words) throws IOException {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no object");
      }
      return readOn(in, words);
    }

    private static Scalars readOn(JsonParser in, Map<String, LearnedLexicon.Word> words)
        throws IOException {
      Scalars scalars = new Scalars(new HashMap<>(), new HashMap<>());
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        JsonToken value = in.nextToken();
        if (value == JsonToken.VALUE_STRING) {
          scalars.texts.put(name, in.getText());
        } else if (value.isNumeric()) {
          scalars.numbers.put(name, in.getDoubleValue());
        } else if (value == JsonToken.START_ARRAY && name.equals(WORDS)) {
          readWords(in, words);
        } else {
          in.skipChildren();
        }
      }
      return scalars;
    }

    private static void readWords(JsonParser in, Map<String, LearnedLexicon.Word> words)
        throws IOException {
      while (in.nextToken() == JsonToken.START_OBJECT) {
        Scalars word = readOn(in, new HashMap<>());
        words.put(
            word.text(WORD),
            new LearnedLexicon.Word(
                word.number(SHIFT), (long) word.number(ANSWERS), word.number(MEAN)));
      }
    }

    String text(String name) {
      return texts.getOrDefault(name, "");
    }

    double number(String name) {
      Double number = numbers.get(name);
      if (number == null) {
        throw new IllegalArgumentException("'" + name + "' is missing");
      }
      return number;
    }
  }
}
