package io.kizashi.language.explain;

/** A way to say terms, kind by kind. */
interface TermSpeech<R> {
  R field(Term.Field term);

  R property(Term.Property term);

  R now(Term.Now term);

  R figure(Term.Figure term);

  R text(Term.Text term);

  R word(Term.Word term);

  R ofDay(Term.OfDay term);

  R thatDay(Term.ThatDay term);

  R date(Term.Date term);

  R dayOfMonth(Term.DayOfMonth term);

  R instant(Term.Instant term);

  R truth(Term.Truth term);

  R length(Term.Length term);

  R sum(Term.Sum term);

  R extreme(Term.Extreme term);

  R measure(Term.Measure term);

  R choice(Term.Choice term);

  R code(Term.Code term);
}
