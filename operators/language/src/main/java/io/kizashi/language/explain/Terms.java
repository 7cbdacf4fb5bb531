package io.kizashi.language.explain;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.FactName;

/** Terms in words: what no language inflects. */
final class Terms implements Term.Speech<String> {
  private final Phrases words;

  Terms(Phrases words) {
    this.words = words;
  }

  String say(Term term) {
    return term.said(this);
  }

  /** A length of time. */
  String span(long millis) {
    Spans.Span span = Spans.of(millis);
    return count(span.number(), span.unit());
  }

  /** So many of a unit. */
  String count(long number, String unit) {
    String family = number == 1 ? Vocabulary.UNIT : Vocabulary.UNITS;
    return words.say(Phrases.key(family, unit), number);
  }

  @Override
  public String field(Term.Field term) {
    return words
        .find(Phrases.key(Vocabulary.FACT, term.owner() + "." + term.name()))
        .orElseGet(
            () -> FactName.of(term.owner()).map(of -> fact(of, term)).orElseGet(() -> said(term)));
  }

  private String fact(FactName fact, Term.Field term) {
    return switch (fact) {
      case CUSTOMER -> words.say(Wording.TERM_CUSTOMER, term.name());
      case SIGNALS -> words.say(Wording.TERM_SIGNAL, term.name());
      case SEGMENTS -> words.say(Wording.TERM_SEGMENT, term.name());
      case EMOTION, SESSION, LOCAL, NOW -> said(term);
    };
  }

  private String said(Term.Field term) {
    return term.owner().equals(Bindings.EVENT)
        ? name(term)
        : words.say(Wording.TERM_OF, name(term), term.owner());
  }

  private String name(Term.Field term) {
    return words.find(Phrases.key(Vocabulary.FIELD, term.name())).orElse(term.name());
  }

  @Override
  public String property(Term.Property term) {
    return term.owner().equals(Bindings.EVENT)
        ? term.name()
        : words.say(Wording.TERM_OF, term.name(), term.owner());
  }

  @Override
  public String now(Term.Now term) {
    return words.say(Wording.TERM_NOW);
  }

  @Override
  public String figure(Term.Figure term) {
    return term.text();
  }

  @Override
  public String text(Term.Text term) {
    return words.say(Wording.TERM_TEXT, term.text());
  }

  @Override
  public String day(Term.Day term) {
    return words.find(Phrases.key(Vocabulary.DAY, term.code())).orElse(term.code());
  }

  @Override
  public String truth(Term.Truth term) {
    return String.valueOf(term.value());
  }

  @Override
  public String length(Term.Length term) {
    return span(term.millis());
  }

  @Override
  public String sum(Term.Sum term) {
    return grouped(term.left()) + " " + term.sign() + " " + grouped(term.right());
  }

  private String grouped(Term term) {
    return term instanceof Term.Sum ? words.say(Wording.TERM_GROUP, say(term)) : say(term);
  }

  /** Both without brackets, then both with them where they are calculations. */
  @Override
  public String extreme(Term.Extreme term) {
    return words.say(
        term.least() ? Wording.TERM_SMALLER : Wording.TERM_LARGER,
        say(term.left()),
        say(term.right()),
        grouped(term.left()),
        grouped(term.right()));
  }

  @Override
  public String code(Term.Code term) {
    return "`" + term.text() + "`";
  }
}
