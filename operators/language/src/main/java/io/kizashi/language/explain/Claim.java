package io.kizashi.language.explain;

import java.util.List;
import java.util.stream.Stream;

/** What a condition says. */
sealed interface Claim {
  /** How two things are compared. */
  enum Relation {
    IS,
    IS_NOT,
    MORE,
    AT_LEAST,
    LESS,
    AT_MOST;

    Relation opposite() {
      return switch (this) {
        case IS -> IS_NOT;
        case IS_NOT -> IS;
        case MORE -> AT_MOST;
        case AT_LEAST -> LESS;
        case LESS -> AT_LEAST;
        case AT_MOST -> MORE;
      };
    }

    /** The same with the two sides exchanged. */
    Relation mirrored() {
      return switch (this) {
        case IS, IS_NOT -> this;
        case MORE -> LESS;
        case AT_LEAST -> AT_MOST;
        case LESS -> MORE;
        case AT_MOST -> AT_LEAST;
      };
    }
  }

  /** How a text is looked at. */
  enum Look {
    STARTS,
    ENDS,
    CONTAINS,
    MATCHES
  }

  /** Two things compared. */
  record Compares(Term left, Relation relation, Term right) implements Claim {
    @Override
    public <R> R said(Speech<R> speech) {
      return speech.compares(this);
    }

    @Override
    public Claim not() {
      return new Compares(left, relation.opposite(), right);
    }
  }

  /** A text that looks like something, or does not. */
  record Looks(Term text, Look look, Term like, boolean yes) implements Claim {
    @Override
    public <R> R said(Speech<R> speech) {
      return speech.looks(this);
    }

    @Override
    public Claim not() {
      return new Looks(text, look, like, !yes);
    }
  }

  /** One of several, or none of them. */
  record Among(Term term, List<Term> several, boolean yes) implements Claim {
    /** Copies the list. */
    public Among {
      several = List.copyOf(several);
    }

    @Override
    public <R> R said(Speech<R> speech) {
      return speech.among(this);
    }

    @Override
    public Claim not() {
      return new Among(term, several, !yes);
    }
  }

  /** Something is there, or is missing. */
  record Has(Term term, boolean yes) implements Claim {
    @Override
    public <R> R said(Speech<R> speech) {
      return speech.has(this);
    }

    @Override
    public Claim not() {
      return new Has(term, !yes);
    }
  }

  /** Something is true, or is not. */
  record Holds(Term term, boolean yes) implements Claim {
    @Override
    public <R> R said(Speech<R> speech) {
      return speech.holds(this);
    }

    @Override
    public Claim not() {
      return new Holds(term, !yes);
    }
  }

  /** All of them hold. */
  record All(List<Claim> claims) implements Claim {
    /** Copies the list. */
    public All {
      claims = List.copyOf(claims);
    }

    @Override
    public <R> R said(Speech<R> speech) {
      return speech.all(this);
    }

    @Override
    public Claim not() {
      return new Any(claims.stream().map(Claim::not).toList());
    }
  }

  /** At least one of them holds. */
  record Any(List<Claim> claims) implements Claim {
    /** Copies the list. */
    public Any {
      claims = List.copyOf(claims);
    }

    @Override
    public <R> R said(Speech<R> speech) {
      return speech.any(this);
    }

    @Override
    public Claim not() {
      return new All(claims.stream().map(Claim::not).toList());
    }
  }

  /** What has no words: quoted as its author wrote it. */
  record Quoted(String code, boolean yes) implements Claim {
    @Override
    public <R> R said(Speech<R> speech) {
      return speech.quoted(this);
    }

    @Override
    public Claim not() {
      return new Quoted(code, !yes);
    }
  }

  /** A way to say claims, kind by kind. */
  interface Speech<R> {
    R compares(Compares claim);

    R looks(Looks claim);

    R among(Among claim);

    R has(Has claim);

    R holds(Holds claim);

    R all(All claim);

    R any(Any claim);

    R quoted(Quoted claim);
  }

  /** This claim, said in a way. */
  <R> R said(Speech<R> speech);

  /** The contrary. */
  Claim not();

  /** Both hold. */
  static Claim all(Claim left, Claim right) {
    return new All(
        Stream.of(left, right)
            .flatMap(c -> c instanceof All all ? all.claims().stream() : Stream.of(c))
            .toList());
  }

  /** One of two holds; of one term compared with several values the short form. */
  static Claim any(Claim left, Claim right) {
    List<Claim> claims =
        Stream.of(left, right)
            .flatMap(c -> c instanceof Any any ? any.claims().stream() : Stream.of(c))
            .toList();
    List<Term> terms =
        claims.stream()
            .filter(c -> c instanceof Compares e && e.relation().equals(Relation.IS))
            .map(c -> ((Compares) c).left())
            .toList();
    boolean same = terms.size() == claims.size() && terms.stream().distinct().count() == 1;
    return same
        ? new Among(terms.get(0), claims.stream().map(c -> ((Compares) c).right()).toList(), true)
        : new Any(claims);
  }
}
