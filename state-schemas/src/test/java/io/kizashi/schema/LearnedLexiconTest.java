package io.kizashi.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.schema.LearnedLexicon.Word;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnedLexiconTest {
  private static final LearnedLexicon LEXICON =
      new LearnedLexicon(
          5_900_000,
          41,
          -0.25,
          Map.of("重い", new Word(-0.105, 20, -0.75), "fine", new Word(0.3, 1_000_000, 1)));

  @Test
  void whatIsReadIsWhatWasWritten() {
    byte[] bytes = LearnedLexiconJson.encode(LEXICON);

    assertThat(LearnedLexiconJson.decode(bytes)).contains(LEXICON);
    assertThat(new String(bytes, UTF_8))
        .isEqualTo(
            "{\"purpose\":\"lexicon\",\"epoch\":5900000,\"until\":\"2026-02-02T02:45:00.000Z\","
                + "\"answers\":41,\"mean\":-0.25,\"words\":["
                + "{\"word\":\"fine\",\"shift\":0.3,\"answers\":1000000,\"mean\":1.0},"
                + "{\"word\":\"重い\",\"shift\":-0.105,\"answers\":20,\"mean\":-0.75}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "null",
        "{}",
        "{\"purpose\":\"ranks\",\"epoch\":1,\"answers\":1,\"mean\":0,\"words\":[]}",
        "{\"purpose\":\"lexicon\",\"answers\":1,\"mean\":0,\"words\":[]}",
        "{\"purpose\":\"lexicon\",\"epoch\":-1,\"answers\":1,\"mean\":0,\"words\":[]}",
        "{\"purpose\":\"lexicon\",\"epoch\":1,\"answers\":-1,\"mean\":0,\"words\":[]}",
        "{\"purpose\":\"lexicon\",\"epoch\":1,\"answers\":1,\"mean\":2,\"words\":[]}",
        "{\"purpose\":\"lexicon\",\"epoch\":1,\"answers\":1,\"mean\":0,\"words\":[{}]}",
        "{\"purpose\":\"lexicon\",\"epoch\":1,\"answers\":1,\"mean\":0,"
            + "\"words\":[{\"word\":\"x\",\"shift\":0.31,\"answers\":20,\"mean\":1}]}",
        "{\"purpose\":\"lexicon\",\"epoch\":1,\"answers\":1,\"mean\":0,\"words\":["
      })
  void whatIsNoLexiconOrBeyondItsBoundsIsNone(String json) {
    assertThat(LearnedLexiconJson.decode(json.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void theLargestLexiconFitsIntoARecord() {
    Map<String, Word> words = new HashMap<>();
    for (int i = 0; i < LearningBounds.LEXICON_WORDS; i++) {
      String word = "語".repeat(LearningBounds.WORD_CHARS - 4) + "%04d".formatted(i);
      words.put(word, new Word(-0.295, 999_999_999_999L, -0.1234));
    }
    LearnedLexicon largest = new LearnedLexicon(5_900_000, 999_999_999_999L, -0.1234, words);

    byte[] bytes = LearnedLexiconJson.encode(largest);

    assertThat(bytes.length).isLessThan(LearningBounds.RECORD_BYTES * 9 / 10);
    assertThat(LearnedLexiconJson.decode(bytes)).contains(largest);
  }

  @Test
  void moreWordsThanItsBoundAreRefused() {
    Map<String, Word> words = new HashMap<>();
    for (int i = 0; i <= LearningBounds.LEXICON_WORDS; i++) {
      words.put("w" + i, new Word(0.1, 20, 0.5));
    }
    assertThatThrownBy(() -> new LearnedLexicon(1, 1, 0, words))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itCountsOnceItHasRestedForAnEpoch() {
    long end = LEXICON.until();
    assertThat(LearnedLexicon.epoch(end - 1)).isEqualTo(LEXICON.epoch());
    assertThat(LEXICON.inForceFrom())
        .isEqualTo(LearnedLexicon.epoch(end + LearningBounds.EPOCH_MILLIS));
  }
}
