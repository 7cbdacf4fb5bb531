package io.kizashi.text;

import java.util.Optional;

/**
 * Scores the feeling in a text. A company's own scorer takes the place of the built-in one when
 * {@link java.util.ServiceLoader} finds it: name its class in {@code
 * META-INF/services/io.kizashi.text.EmotionScorer}. It is made once and called from many threads.
 *
 * <p>The same text must always give the same score, or a replay would decide otherwise than the
 * live run. It must cost bounded time for texts of any kind, use no network, and write no text into
 * a log or an exception's message.
 *
 * <p>One that goes by what was learned is a {@link WordScorer}.
 */
public interface EmotionScorer {
  /**
   * The feeling that a text expresses.
   *
   * @param text what the customer wrote or said, at most 8,192 UTF-16 units in touchpoints
   * @param language a BCP 47 tag such as {@code ja-JP}, or empty if unknown; a hint only
   * @return empty if the text expresses nothing, as questions and facts do, or can't be read
   */
  Optional<Scored> score(String text, String language);
}
