package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Emotion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class TextEmotionTest {
  private static final String MARKER = "Zzyzx4711";
  private static final Emotion GLAD =
      TextEmotion.of("I am so happy, thank you!", "en").orElseThrow();

  @Test
  void aTextGivesAnEmotionThatNamesItsSource() {
    assertThat(GLAD.source()).isEqualTo("text");
    assertThat(GLAD.label()).isEqualTo("joy");
    assertThat(GLAD.valence()).isPositive();
    assertThat(TextEmotion.of("最悪の対応でした。", "ja-JP").orElseThrow().valence()).isNegative();
    assertThat(TextEmotion.of("What are your opening hours?", "en")).isEmpty();
  }

  @Test
  void aScorerThatThrowsCostsTheEmotionOnly() {
    EmotionScorer broken =
        (text, language) -> {
          throw new IllegalStateException(text);
        };
    assertThat(TextEmotion.of(broken, MARKER, "")).isEmpty();
  }

  @Test
  void scoresOutsideTheirRangeAreRefusedAndTheRefusalNamesNoText() {
    EmotionScorer wild =
        (text, language) -> Optional.of(new Scored(2, 0, Feeling.JOY, 1, List.of()));
    assertThat(TextEmotion.of(wild, MARKER, "")).isEmpty();
  }

  @Test
  void noTextReachesALogOrAnExceptionsMessage() {
    StringWriter seen = new StringWriter();
    Handler handler = new Keeping(new PrintWriter(seen, true));
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    root.addHandler(handler);
    root.setLevel(Level.ALL);
    try {
      root.finest("canary");
      scoreMarked(new PrintWriter(seen, true));
    } finally {
      root.removeHandler(handler);
      root.setLevel(before);
    }
    assertThat(seen.toString()).contains("canary").doesNotContain(MARKER);
  }

  private static void scoreMarked(PrintWriter seen) {
    LexiconScorer scorer = new LexiconScorer();
    List<String> texts =
        List.of(
            MARKER + " is terrible",
            "最悪の" + MARKER + "です",
            MARKER + "\0\ud83d😡",
            (MARKER + " ").repeat(9_000));
    for (String text : texts) {
      try {
        assertThat(scorer.score(text, MARKER).map(Scored::toString).orElse(""))
            .doesNotContain(MARKER);
        assertThat(TextEmotion.of(text, MARKER).toString()).doesNotContain(MARKER);
      } catch (RuntimeException e) { // Whatever it is, it must not hold the text.
        seen.println(e);
      }
    }
  }

  /** Keeps what is logged anywhere, exceptions included. */
  private static final class Keeping extends Handler {
    private final PrintWriter to;

    Keeping(PrintWriter to) {
      this.to = to;
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord entry) {
      to.println(entry.getMessage());
      Optional.ofNullable(entry.getThrown()).ifPresent(to::println);
    }

    @Override
    public void flush() {
      to.flush();
    }

    @Override
    public void close() {
      to.flush();
    }
  }
}
