package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Touchpoint;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What customers write is theirs: it stays out of logs and messages. */
class SilenceTest {
  private static final String MARKER = "Zzyzx4711";

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
    Senses senses = new Senses(scorer, () -> {});
    Senses leaking =
        new Senses(
            (text, language) -> {
              throw new IllegalArgumentException(text);
            },
            () -> {});
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
        assertThat(senses.fill(touchpoint(text)).emotion().toString()).doesNotContain(MARKER);
        assertThat(leaking.fill(touchpoint(text)).emotion()).isEmpty();
      } catch (RuntimeException e) { // Whatever it is, it must not hold the text.
        seen.println(e);
      }
    }
  }

  private static Touchpoint touchpoint(String text) {
    return Uttered.answer(MARKER, 3.0).saying(text).with("language", MARKER).touchpoint();
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
