package io.kizashi.control.recording;

import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.Utf8Order;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** A learned lexicon for people: what shifts most stands first. */
public final class LexiconTable {
  private static final Comparator<Map.Entry<String, LearnedLexicon.Word>> MOST_FIRST =
      Comparator.<Map.Entry<String, LearnedLexicon.Word>>comparingDouble(
              word -> -Math.abs(word.getValue().shift()))
          .thenComparing(word -> -word.getValue().answers())
          .thenComparing(Map.Entry::getKey, Utf8Order::compare);

  private LexiconTable() {}

  /** Prints it. */
  public static void print(LearnedLexicon lexicon, PrintWriter out) {
    if (lexicon.answers() == 0) {
      out.println("no answer to a survey had words of the same customer in the day before it");
      return;
    }
    out.printf(
        Locale.ROOT,
        "up to %s: %,d answers, %.3f on average, %,d words shifted%n",
        Rfc3339.format(lexicon.until()),
        lexicon.answers(),
        lexicon.mean(),
        lexicon.words().size());
    if (!lexicon.words().isEmpty()) {
      out.println(" shift  answers    mean  word");
      lexicon.words().entrySet().stream().sorted(MOST_FIRST).forEach(word -> line(word, out));
    }
  }

  private static void line(Map.Entry<String, LearnedLexicon.Word> word, PrintWriter out) {
    LearnedLexicon.Word learned = word.getValue();
    out.printf(
        Locale.ROOT,
        "%+.3f  %7d  %+.3f  %s%n",
        learned.shift(),
        learned.answers(),
        learned.mean(),
        word.getKey());
  }
}
