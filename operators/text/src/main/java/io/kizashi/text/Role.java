package io.kizashi.text;

import io.kizashi.schema.form.Literals;
import java.util.List;
import java.util.Optional;

/** What a unit of text does. */
enum Role {
  /** Nothing that is known. */
  WORD("word"),
  /** Expresses something. */
  FEELING("feeling"),
  /** Denies what stands beside it. */
  NEGATOR("negator"),
  /** Makes what stands beside it stronger or weaker. */
  BOOSTER("booster"),
  /** Grows or lessens something, whose value decides whether that is good. */
  SHIFT("shift"),
  /** What comes after it counts more: but. */
  CONTRAST("contrast"),
  /** What belongs to it counts less: although. */
  CONCESSION("concession"),
  /** What belongs to it has not happened: if. */
  CONDITION("condition"),
  /** Makes a question a reproach: why. */
  REPROACH("reproach"),
  /** Makes a sentence a question. */
  ASKING("asking"),
  /** Makes a sentence a request. */
  REQUEST("request"),
  /** Lets a negator reach further: or. */
  JOINER("joiner"),
  /** Makes a negator affirm: 「しか」, 「これほど」. */
  AFFIRMER("affirmer"),
  /** Words of feeling that express none here: help desk. */
  IDLE("idle"),
  /** The end of a clause. */
  PAUSE("pause"),
  /** The end of a sentence. */
  STOP("stop"),
  /** A question mark; ends a sentence. */
  ASKED("asked"),
  /** An exclamation mark; ends a sentence. */
  SHOUT("shout");

  private static final Literals<String, Role> BY_WORD = Literals.of(List.of(values()), Role::word);

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** As the headings of lexicons spell it. */
  String word() {
    return word;
  }

  /** The one that is spelled so, or empty where there is none. */
  static Optional<Role> of(String word) {
    return BY_WORD.find(word);
  }

  boolean endsSentence() {
    return this == STOP || this == ASKED || this == SHOUT;
  }

  /** A negator and what it denies stand on one side of these. */
  boolean endsClause() {
    return endsSentence()
        || this == PAUSE
        || this == CONTRAST
        || this == CONCESSION
        || this == CONDITION;
  }
}
