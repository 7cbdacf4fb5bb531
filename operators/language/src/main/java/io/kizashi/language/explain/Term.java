package io.kizashi.language.explain;

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
    public <R> R said(Speech<R> speech) {
      return speech.field(this);
    }
  }

  /** A property of a touchpoint. */
  record Property(String owner, String name) implements Term {
    @Override
    public <R> R said(Speech<R> speech) {
      return speech.property(this);
    }
  }

  /** The time at which the question is asked. */
  record Now() implements Term {
    @Override
    public <R> R said(Speech<R> speech) {
      return speech.now(this);
    }
  }

  /** A number, as people write it. */
  record Figure(String text) implements Term {
    @Override
    public <R> R said(Speech<R> speech) {
      return speech.figure(this);
    }
  }

  /** A text. */
  record Text(String text) implements Term {
    @Override
    public <R> R said(Speech<R> speech) {
      return speech.text(this);
    }
  }

  /** A day of the week: mon, tue and so on. */
  record Day(String code) implements Term {
    @Override
    public <R> R said(Speech<R> speech) {
      return speech.day(this);
    }
  }

  /** Yes or no. */
  record Truth(boolean value) implements Term {
    @Override
    public <R> R said(Speech<R> speech) {
      return speech.truth(this);
    }
  }

  /** A length of time, milliseconds. */
  record Length(long millis) implements Term {
    @Override
    public <R> R said(Speech<R> speech) {
      return speech.length(this);
    }
  }

  /** A calculation. */
  record Sum(Term left, String sign, Term right) implements Term {
    @Override
    public <R> R said(Speech<R> speech) {
      return speech.sum(this);
    }
  }

  /** The smaller or the larger of two. */
  record Extreme(boolean least, Term left, Term right) implements Term {
    @Override
    public <R> R said(Speech<R> speech) {
      return speech.extreme(this);
    }
  }

  /** What has no words: quoted as its author wrote it. */
  record Code(String text) implements Term {
    @Override
    public <R> R said(Speech<R> speech) {
      return speech.code(this);
    }
  }

  /** A way to say terms, kind by kind. */
  interface Speech<R> {
    R field(Field term);

    R property(Property term);

    R now(Now term);

    R figure(Figure term);

    R text(Text term);

    R day(Day term);

    R truth(Truth term);

    R length(Length term);

    R sum(Sum term);

    R extreme(Extreme term);

    R code(Code term);
  }

  /**
   * Whether it is something that a touchpoint or the customer has: it is the same as, or differs.
   */
  default boolean isField() {
    return this instanceof Field || this instanceof Property;
  }

  /** This term, said in a way. */
  <R> R said(Speech<R> speech);
}
