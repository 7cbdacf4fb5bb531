package io.kizashi.text;

import io.kizashi.schema.Actor;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.ReservedTypes;
import io.kizashi.schema.Touchpoint;
import java.util.Optional;

/**
 * Gives touchpoints the emotion that no source has scored: what the customer's own words and survey
 * answers tell. Pure: the same touchpoint always gets the same emotion.
 */
public final class Senses {
  /** Whoever a source names as its actor, a note is not in the customer's words. */
  private static final String NOTE = ReservedTypes.STAFF_NOTE;

  private static final String LANGUAGE = "language";
  private static final String JAPAN = "JP";
  private static final String JAPANESE = "ja";

  private final TextEmotion words;

  Senses(EmotionScorer scorer, Runnable onFailure) {
    words = new TextEmotion(scorer, onFailure);
  }

  /**
   * The senses of this process: with the company's {@link EmotionScorer} if the class path has one,
   * else with the built-in one.
   *
   * @param onFailure called for every text at which the scorer fails; the touchpoint goes on
   *     without
   * @throws IllegalStateException that names the scorers, if there are several or the one there is
   *     can't be made
   */
  public static Senses find(Runnable onFailure) {
    return new Senses(Scorers.inUse(), onFailure);
  }

  /**
   * The touchpoint with the emotion that it tells of. It stays as it is if it has one already, if
   * the customer is not who speaks, and if it expresses nothing. Never throws.
   */
  public Touchpoint fill(Touchpoint touchpoint) {
    return fill(touchpoint, LearnedLexicon.NONE);
  }

  /**
   * The same with what words have come to mean.
   *
   * @param learned the lexicon that counts at the touchpoint's time
   */
  public Touchpoint fill(Touchpoint touchpoint, LearnedLexicon learned) {
    if (!isOwn(touchpoint) || touchpoint.emotion().isPresent()) {
      return touchpoint;
    }
    Optional<Emotion> emotion = emotion(touchpoint, learned);
    return emotion.isPresent() ? with(emotion, touchpoint) : touchpoint;
  }

  /**
   * The words of a touchpoint that gave it its emotion, read without anything learned.
   *
   * @return empty if its emotion is from elsewhere or there is none, and if no words told it. Never
   *     throws
   */
  public Optional<Scored> told(Touchpoint touchpoint) {
    Touchpoint asSent = with(Optional.empty(), touchpoint);
    boolean gave =
        touchpoint.emotion().isPresent()
            && fill(asSent).emotion().equals(touchpoint.emotion())
            && !touchpoint.text().isEmpty();
    return gave
        ? words.scored(touchpoint.text(), language(touchpoint), LearnedLexicon.NONE)
        : Optional.empty();
  }

  /** Whether it is the customer who speaks. */
  static boolean isOwn(Touchpoint touchpoint) {
    return touchpoint.actor() == Actor.CUSTOMER && !touchpoint.type().equals(NOTE);
  }

  private Optional<Emotion> emotion(Touchpoint touchpoint, LearnedLexicon learned) {
    String language = language(touchpoint);
    Optional<Emotion> said =
        touchpoint.text().isEmpty()
            ? Optional.empty()
            : words.of(touchpoint.text(), language, learned);
    return answer(touchpoint, language).map(answer -> answer.emotion(said)).or(() -> said);
  }

  /** What a touchpoint answers to a survey, if it does. */
  static Optional<SurveyAnswer> answer(Touchpoint touchpoint, String language) {
    return touchpoint.type().equals(SurveyAnswer.TYPE)
        ? SurveyAnswer.in(touchpoint.properties(), isJapanese(touchpoint, language))
        : Optional.empty();
  }

  /** A BCP 47 tag, or empty where only the words themselves can tell. */
  static String language(Touchpoint touchpoint) {
    if (touchpoint.properties().get(LANGUAGE) instanceof String tag && !tag.isBlank()) {
      return tag;
    }
    return touchpoint.setting().region().startsWith(JAPAN) ? JAPANESE : "";
  }

  private static boolean isJapanese(Touchpoint touchpoint, String language) {
    return language.isEmpty()
        ? Script.of(Folded.of(touchpoint.text()).text(), "") == Script.JAPANESE
        : language.regionMatches(true, 0, JAPANESE, 0, JAPANESE.length());
  }

  private static Touchpoint with(Optional<Emotion> emotion, Touchpoint touchpoint) {
    return new Touchpoint(
        touchpoint.id(),
        touchpoint.type(),
        touchpoint.time(),
        touchpoint.cameUnder(),
        touchpoint.actor(),
        touchpoint.setting(),
        emotion,
        touchpoint.text(),
        touchpoint.properties(),
        touchpoint.arrival());
  }
}
