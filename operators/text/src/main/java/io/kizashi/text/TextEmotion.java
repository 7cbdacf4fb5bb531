package io.kizashi.text;

import io.kizashi.schema.Emotion;
import java.util.Optional;
import java.util.ServiceLoader;

/** Gives a touchpoint's text the emotion that no source upstream has scored. */
public final class TextEmotion {
  /** The {@link Emotion#source()} of what is scored here. */
  public static final String SOURCE = "text";

  private static final EmotionScorer SCORER = find();

  private TextEmotion() {}

  /**
   * The emotion in a text, by the company's scorer if there is one, else by the built-in one.
   *
   * @param text what the customer wrote or said
   * @param locale a BCP 47 tag, or empty if unknown
   * @return empty if the text expresses nothing or can't be scored; never throws
   */
  public static Optional<Emotion> of(String text, String locale) {
    return of(SCORER, text, locale);
  }

  static Optional<Emotion> of(EmotionScorer scorer, String text, String locale) {
    try {
      return scorer.score(text, locale).map(TextEmotion::emotion);
    } catch (RuntimeException e) { // A company's scorer may throw anything, with the text in it.
      return Optional.empty();
    }
  }

  private static Emotion emotion(Scored scored) {
    return new Emotion(
        scored.valence(), scored.arousal(), scored.feeling().label(), scored.confidence(), SOURCE);
  }

  /** The first on the class path; a plug-in's class loader brings the engine's classes with it. */
  private static EmotionScorer find() {
    return ServiceLoader.load(EmotionScorer.class, TextEmotion.class.getClassLoader())
        .findFirst()
        .orElseGet(LexiconScorer::new);
  }
}
