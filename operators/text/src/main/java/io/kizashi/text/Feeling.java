package io.kizashi.text;

import java.util.Locale;

/** Plutchik's eight basic emotions, and none of them. */
public enum Feeling {
  /** Pleased, thankful. */
  JOY,
  /** Relies on, respects. */
  TRUST,
  /** Looks forward. */
  ANTICIPATION,
  /** Astonished, either way. */
  SURPRISE,
  /** Annoyed, blames. */
  ANGER,
  /** Repelled, distrusts, turns away. */
  DISGUST,
  /** Disappointed, regrets. */
  SADNESS,
  /** Worried. */
  FEAR,
  /** Feelings that cancel each other. */
  NEUTRAL;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in touchpoints and rulebooks: in lower case. */
  public String label() {
    return label;
  }

  /** What is left when it is denied: "not happy", "not worried". */
  Feeling opposite() {
    return switch (this) {
      case JOY -> SADNESS;
      case TRUST, ANTICIPATION -> DISGUST;
      case FEAR -> TRUST;
      case ANGER, DISGUST, SADNESS -> JOY;
      case SURPRISE, NEUTRAL -> this;
    };
  }
}
