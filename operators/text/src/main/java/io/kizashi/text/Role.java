package io.kizashi.text;

/** What a unit of text does. */
enum Role {
  /** Nothing that is known. */
  WORD,
  /** Expresses something. */
  FEELING,
  /** Denies what stands beside it. */
  NEGATOR,
  /** Makes what stands beside it stronger or weaker. */
  BOOSTER,
  /** Grows or lessens something, whose value decides whether that is good. */
  SHIFT,
  /** What comes after it counts more: but. */
  CONTRAST,
  /** What belongs to it counts less: although. */
  CONCESSION,
  /** What belongs to it has not happened: if. */
  CONDITION,
  /** Makes a question a reproach: why. */
  REPROACH,
  /** Makes a sentence a question. */
  ASKING,
  /** Makes a sentence a request. */
  REQUEST,
  /** Lets a negator reach further: or. */
  JOINER,
  /** Makes a negator affirm: 「しか」, 「これほど」. */
  AFFIRMER,
  /** Words of feeling that express none here: help desk. */
  IDLE,
  /** The end of a clause. */
  PAUSE,
  /** The end of a sentence. */
  STOP,
  /** A question mark; ends a sentence. */
  ASKED,
  /** An exclamation mark; ends a sentence. */
  SHOUT;

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
