package io.kizashi.text;

import io.kizashi.schema.Emotion;
import io.kizashi.schema.LearnedLexicon;
import java.util.Optional;
import java.util.function.Supplier;

/** The emotion in a text, by a scorer that anybody may have written. */
final class TextEmotion {
  private static final String SOURCE = "text";

  private final EmotionScorer scorer;
  private final Runnable onFailure;

  TextEmotion(EmotionScorer scorer, Runnable onFailure) {
    this.scorer = scorer;
    this.onFailure = onFailure;
  }

  /**
   * What a customer's words express.
   *
   * @param language a BCP 47 tag, or empty if unknown
   * @param learned what words have come to mean; the emotion names it if the scorer goes by words
   * @return empty if the text expresses nothing or can't be scored; never throws
   */
  Optional<Emotion> of(String text, String language, LearnedLexicon learned) {
    long epoch = scorer instanceof WordScorer ? learned.epoch() : 0;
    return tried(() -> score(text, language, learned).map(it -> emotion(it, epoch)));
  }

  /** The same with the words that tell it. */
  Optional<Scored> scored(String text, String language, LearnedLexicon learned) {
    return tried(() -> score(text, language, learned));
  }

  private Optional<Scored> score(String text, String language, LearnedLexicon learned) {
    return scorer instanceof WordScorer words
        ? words.score(text, language, learned)
        : scorer.score(text, language);
  }

  private <T> Optional<T> tried(Supplier<Optional<T>> scoring) {
    try {
      return scoring.get();
    } catch (RuntimeException | StackOverflowError | LinkageError e) { // Anybody's.
      // What it says may hold the text, so nothing of it is told.
      onFailure.run();
      return Optional.empty();
    }
  }

  private static Emotion emotion(Scored scored, long epoch) {
    return new Emotion(
        scored.valence(),
        scored.arousal(),
        label(scored.feeling()),
        scored.confidence(),
        SOURCE,
        epoch);
  }

  /** Feelings that cancel each other have no name. */
  static String label(Feeling feeling) {
    return feeling == Feeling.NEUTRAL ? "" : feeling.label();
  }
}
