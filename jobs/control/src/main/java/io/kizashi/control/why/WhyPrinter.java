package io.kizashi.control.why;

import io.kizashi.core.expression.Unread;
import io.kizashi.core.reason.Withheld;
import io.kizashi.language.explain.Language;
import io.kizashi.language.explain.Phrases;
import io.kizashi.language.explain.Reason;
import io.kizashi.language.rehearsal.Episode;
import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Explanation;
import io.kizashi.schema.Recommendation.Plan;
import io.kizashi.schema.Recommendation.Reasoning;
import io.kizashi.schema.Rfc3339;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Tells in words what came of a customer's touchpoints, and why. */
public final class WhyPrinter {
  private final Phrases words;
  private final Reason reason;
  private final PrintWriter out;

  /** Tells it to a printer. */
  public WhyPrinter(Language language, PrintWriter out) {
    this.words =
        Phrases.read(WhyPrinter.class, "why", language, Phrases.keys(WhyLine.class).toList());
    this.reason = new Reason(language);
    this.out = out;
  }

  /** Tells it in the order in which it was known. */
  public void tell(List<Episode> episodes) {
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

  private static WhyLine line(Unread.Why why) {
    return switch (why) {
      case MISSING -> WhyLine.UNREAD_MISSING;
      case KIND -> WhyLine.UNREAD_KIND;
      case NO_DATE -> WhyLine.UNREAD_NO_DATE;
      case CUT -> WhyLine.UNREAD_CUT;
    };
  }

  private void line(long time, String text) {
    out.println(Rfc3339.format(time) + "  " + text);
  }

  private void tell(Moment moment) {
    String evidence = String.join(", ", moment.evidence());
    switch (moment.status()) {
      case DETECTED ->
          line(moment.detectedAt(), words.say(WhyLine.MOMENT, moment.rule(), evidence));
      case RETRACTED ->
          line(moment.detectedAt(), words.say(WhyLine.MOMENT_RETRACTED, moment.rule()));
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
            plan.kind().wire(),
            plan.recipient(),
            plan.channel(),
            recommendation.moment().rule()));
    if (plan.sendAt() > recommendation.decidedAt()) {
      detail(words.say(WhyLine.RECOMMENDATION_WAITED, Rfc3339.format(plan.sendAt())));
    }
    reason.score(reasoning.score()).ifPresent(score -> detail(words.say(WhyLine.SCORE, score)));
    explain(reasoning.explanation());
  }

  private void tell(Withheld withheld) {
    line(withheld.decidedAt(), words.say(WhyLine.NOTHING, withheld.action()));
    if (withheld.at() > withheld.decidedAt()) {
      detail(words.say(WhyLine.NOTHING_DUE, Rfc3339.format(withheld.at())));
    }
    explain(withheld.explanation());
  }

  private void explain(Explanation explanation) {
    explanation.candidates().stream()
        .mapToLong(candidate -> candidate.score().epoch())
        .filter(epoch -> epoch > 0)
        .findFirst() // it is that of the decision, the same for all
        .ifPresent(this::read);
    if (!explanation.values().isEmpty()) {
      String values =
          explanation.values().entrySet().stream()
              .map(value -> value.getKey() + " = " + value.getValue())
              .collect(Collectors.joining(", "));
      detail(words.say(WhyLine.VALUES, values));
    }
    explanation.candidates().stream()
        .filter(candidate -> !Reason.isChosen(candidate))
        .forEach(this::lost);
    Optional.of(explanation.omitted())
        .filter(omitted -> omitted > 0)
        .ifPresent(omitted -> detail(words.say(WhyLine.OMITTED, omitted)));
  }

  private void read(long epoch) {
    detail(words.say(WhyLine.LEARNED, Rfc3339.format(LearnedLexicon.end(epoch))));
  }

  private void lost(Candidate candidate) {
    String name =
        candidate.channel().isEmpty()
            ? candidate.action()
            : candidate.action() + "/" + candidate.channel();
    detail(words.say(WhyLine.LOST, name, reason.of(candidate)));
  }

  private void detail(String text) {
    out.println("    " + text);
  }
}
