package io.kizashi.language.explain;

import java.time.LocalDate;

/** Something that a condition speaks of. */
sealed interface Term {
  /**
   * A field.
   *
   * @param owner {@code event}, a capture, {@code customer}, {@code signals} and so on
   * @param name the field, dotted where it lies deeper
   */
  record Field(String owner, String name) implements Term {
    boolean is(String anOwner, String aName) {
      return owner.equals(anOwner) && name.equals(aName);
    }

    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.field(this);
    }
  }

  /** A property of a touchpoint. */
  record Property(String owner, String name) implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.property(this);
    }
  }

  /** The time at which the question is asked. */
  record Now() implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.now(this);
    }
  }

  /** A number, as people write it. */
  record Figure(String text) implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.figure(this);
    }
  }

  /** A text. */
  record Text(String text) implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.text(this);
    }
  }

  /**
   * A text of which each language has its own: a day of the week, a channel, an outcome.
   *
   * @param family the key's first part
   * @param code the text as rules write it
   */
  record Word(String family, String code) implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.word(this);
    }
  }

  /** A time of day, as rules write it: 09:00. */
  record OfDay(String text) implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.ofDay(this);
    }
  }

  /** A time of the day on which the question is asked, with its offset from UTC. */
  record ThatDay(String text, String offset) implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.thatDay(this);
    }
  }

  /** A day of the calendar. */
  record Date(LocalDate day) implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.date(this);
    }
  }

  /** A day of each month, 1 to 31. */
  record DayOfMonth(int day) implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.dayOfMonth(this);
    }
  }

  /** A point in time, milliseconds since the epoch. */
  record Instant(long millis) implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.instant(this);
    }
  }

  /** Yes or no. */
  record Truth(boolean value) implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.truth(this);
    }
  }

  /** A length of time, milliseconds. */
  record Length(long millis) implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.length(this);
    }
  }

  /** A calculation. */
  record Sum(Term left, String sign, Term right) implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.sum(this);
    }
  }

  /** The smaller or the larger of two. */
  record Extreme(boolean least, Term left, Term right) implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.extreme(this);
    }
  }

  /** What is counted of something: how much it holds, how long ago it was. */
  record Measure(Wording as, Term of) implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.measure(this);
    }
  }

  /** One of two, as a condition has it. */
  record Choice(Claim when, Term then, Term otherwise) implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.choice(this);
    }
  }

  /** What has no words: quoted as its author wrote it. */
  record Code(String text) implements Term {
    @Override
    public <R> R said(TermSpeech<R> speech) {
      return speech.code(this);
    }
  }

  /**
   * Whether it is something that a touchpoint or the customer has: it is the same as, or differs.
   */
  default boolean isField() {
    return this instanceof Field || this instanceof Property;
  }

  /** This term, said in a way. */
  <R> R said(TermSpeech<R> speech);
}
