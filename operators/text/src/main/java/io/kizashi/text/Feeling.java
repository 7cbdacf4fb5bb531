package io.kizashi.text;

import io.kizashi.schema.form.Literals;
import java.util.List;
import java.util.Optional;

/** Plutchik's eight basic emotions, and none of them. */
public enum Feeling {
  /** Pleased, thankful. */
  JOY("joy"),
  /** Relies on, respects. */
  TRUST("trust"),
  /** Looks forward. */
  ANTICIPATION("anticipation"),
  /** Astonished, either way. */
  SURPRISE("surprise"),
  /** Annoyed, blames. */
  ANGER("anger"),
  /** Repelled, distrusts, turns away. */
  DISGUST("disgust"),
  /** Disappointed, regrets. */
  SADNESS("sadness"),
  /** Worried. */
  FEAR("fear"),
  /** Feelings that cancel each other. */
  NEUTRAL("neutral");

  private static final Literals<String, Feeling> BY_LABEL =
      Literals.of(List.of(values()), Feeling::label);

  private final String label;

  Feeling(String label) {
    this.label = label;
  }

  /** As touchpoints, rulebooks and lexicons spell it. */
  public String label() {
    return label;
  }

  /** The one that is spelled so, or empty where there is none. */
  public static Optional<Feeling> of(String label) {
    return BY_LABEL.find(label);
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
