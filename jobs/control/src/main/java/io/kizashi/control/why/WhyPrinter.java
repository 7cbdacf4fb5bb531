package io.kizashi.control.why;

import io.kizashi.core.expression.Unread;
import io.kizashi.core.reason.Withheld;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.explain.Language;
import io.kizashi.language.explain.Phrases;
import io.kizashi.language.explain.Reason;
import io.kizashi.language.explain.TimeWords;
import io.kizashi.language.rehearsal.Episode;
import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Explanation;
import io.kizashi.schema.Recommendation.Plan;
import io.kizashi.schema.Recommendation.Reasoning;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/** Tells in words what came of a customer's touchpoints, and why. */
public final class WhyPrinter {
  private final Phrases words;
  private final Reason reason;
  private final TimeWords times;
  private final PrintWriter out;
  private OptionalInt year = OptionalInt.empty();

  /**
   * Tells it to a printer, by a line and a time in the rulebook's zone; the year stands above.
   *
   * @param rules the rulebook that it came of
   */
  public WhyPrinter(Language language, Rules rules, PrintWriter out) {
    this.words =
        Phrases.read(WhyPrinter.class, "why", language, Phrases.keys(WhyLine.class).toList());
    this.reason = new Reason(language, rules);
    this.times = new TimeWords(language, rules.settings().calendar().zone());
    this.out = out;
  }

  /** Tells it in the order in which it was known. */
  public void tell(List<Episode> episodes) {
    if (episodes.isEmpty()) {
      out.println(words.say(WhyLine.NONE));
    }
    for (Episode episode : episodes) {
      if (episode instanceof Episode.OfMoment it) {
        tell(it.moment());
      } else if (episode instanceof Episode.OfRecommendation it) {
        tell(it.recommendation());
      } else if (episode instanceof Episode.OfNothing it) {
        tell(it.withheld());
      } else {
        throw new IllegalArgumentException("an episode that cannot be told: " + episode);
      }
    }
  }

  /** Tells which conditions could not read what they ask for. */
  public void tell(SortedMap<Unread, Integer> unread) {
    unread.forEach(
        (it, occasions) -> out.println(words.say(line(it.why()), it.place(), occasions)));
  }

  /** Tells, last, what could not be put into words. */
  public void tellFormulas() {
    reason.formulas().forEach(out::println);
  }

  private static WhyLine line(Unread.Why why) {
    return switch (why) {
      case MISSING -> WhyLine.UNREAD_MISSING;
      case KIND -> WhyLine.UNREAD_KIND;
      case NO_DATE -> WhyLine.UNREAD_NO_DATE;
      case CUT -> WhyLine.UNREAD_CUT;
    };
  }

  private void line(long time, String text) {
    if (year.isEmpty() || year.getAsInt() != times.year(time)) {
      year = OptionalInt.of(times.year(time));
      out.println(words.say(WhyLine.YEAR, String.valueOf(times.year(time)), times.zone()));
    }
    out.println(times.at(time) + "  " + text);
  }

  private void tell(Moment moment) {
    String evidence = String.join(", ", moment.evidence());
    switch (moment.status()) {
      case DETECTED ->
          line(
              moment.detectedAt(),
              words.say(WhyLine.MOMENT, reason.moment(moment.rule()), evidence));
      case RETRACTED ->
          line(
              moment.detectedAt(),
              words.say(WhyLine.MOMENT_RETRACTED, reason.moment(moment.rule())));
    }
  }

  private void tell(Recommendation recommendation) {
    switch (recommendation.status()) {
      case ISSUED -> issued(recommendation, recommendation.reasoning().orElseThrow());
      case RETRACTED ->
          line(
              recommendation.decidedAt(),
              words.say(WhyLine.RECOMMENDATION_RETRACTED, recommendation.plan().action()));
    }
  }

  private void issued(Recommendation recommendation, Reasoning reasoning) {
    Plan plan = recommendation.plan();
    line(
        recommendation.decidedAt(),
        words.say(
            WhyLine.RECOMMENDATION,
            plan.action(),
            reason.kind(plan.kind()),
            reason.recipient(plan.recipient()),
            reason.channel(plan.channel()),
            reason.moment(recommendation.moment().rule())));
    if (plan.sendAt() > recommendation.decidedAt()) {
      detail(words.say(WhyLine.RECOMMENDATION_WAITED, times.at(plan.sendAt())));
    }
    reason.score(reasoning.score()).ifPresent(score -> detail(words.say(WhyLine.SCORE, score)));
    explain(reasoning.explanation());
  }

  private void tell(Withheld withheld) {
    line(withheld.decidedAt(), words.say(WhyLine.NOTHING, withheld.action()));
    if (withheld.at() > withheld.decidedAt()) {
      detail(words.say(WhyLine.NOTHING_DUE, times.at(withheld.at())));
    }
    explain(withheld.explanation());
  }

  private void explain(Explanation explanation) {
    explanation.candidates().stream()
        .mapToLong(candidate -> candidate.score().epoch())
        .filter(epoch -> epoch > 0)
        .findFirst() // it is that of the decision, the same for all
        .ifPresent(this::read);
    explanation.values().entrySet().stream()
        .map(value -> reason.value(value.getKey(), value.getValue()))
        .reduce((all, one) -> words.say(WhyLine.VALUES_MORE, all, one))
        .ifPresent(values -> detail(words.say(WhyLine.VALUES, values)));
    explanation.candidates().stream()
        .filter(candidate -> !Reason.isChosen(candidate))
        .forEach(this::lost);
    Optional.of(explanation.omitted())
        .filter(omitted -> omitted > 0)
        .ifPresent(omitted -> detail(words.say(WhyLine.OMITTED, omitted)));
  }

  private void read(long epoch) {
    detail(words.say(WhyLine.LEARNED, times.at(LearnedLexicon.end(epoch))));
  }

  private void lost(Candidate candidate) {
    String name =
        candidate.channel().isEmpty()
            ? candidate.action()
            : words.say(
                WhyLine.LOST_THERE, candidate.action(), reason.channel(candidate.channel()));
    detail(words.say(WhyLine.LOST, name, reason.of(candidate)));
  }

  private void detail(String text) {
    out.println("    " + text);
  }
}
