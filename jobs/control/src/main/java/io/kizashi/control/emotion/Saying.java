package io.kizashi.control.emotion;

import io.kizashi.core.content.Line;
import io.kizashi.schema.Touchpoint;
import io.kizashi.text.Scored;
import io.kizashi.text.Senses;
import java.util.List;
import java.util.Optional;

/**
 * What a touchpoint's text says where it told most of its emotion.
 *
 * @param words those of the passage that express something, in order
 */
record Saying(String text, Scored.Passage passage, List<Scored.Cause> words) {
  /** Graphemes of a passage or word that people are shown: what is longer fills their screen. */
  private static final int SHOWN = 60;

  /** Empty where other than words told the emotion, or the scorer does not know which. */
  static Optional<Saying> of(Touchpoint touchpoint, Senses senses) {
    String text = touchpoint.text();
    return senses
        .told(touchpoint)
        .flatMap(
            told ->
                told.passage()
                    .filter(passage -> isIn(text, passage.start(), passage.end()))
                    .map(passage -> new Saying(text, passage, within(passage, told.causes()))));
  }

  private static List<Scored.Cause> within(Scored.Passage passage, List<Scored.Cause> words) {
    return words.stream()
        .filter(word -> word.start() >= passage.start() && word.end() <= passage.end())
        .filter(word -> word.start() < word.end())
        .toList();
  }

  /** A company's own scorer may name places that there are not. */
  private static boolean isIn(String text, int start, int end) {
    return 0 <= start && start < end && end <= text.length();
  }

  /** The passage as one line, cut where it is long. */
  String line() {
    return shown(passage.start(), passage.end());
  }

  /** A word of it as one line. */
  String word(Scored.Cause word) {
    return shown(word.start(), word.end());
  }

  /** The passage as it was written. */
  String asWritten(int start, int end) {
    return text.substring(start, end);
  }

  private String shown(int start, int end) {
    return Line.of(asWritten(start, end), SHOWN).map(line -> line.upTo(SHOWN)).orElse("");
  }
}
