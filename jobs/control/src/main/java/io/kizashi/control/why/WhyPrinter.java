package io.kizashi.control.why;

import io.kizashi.core.reason.Withheld;
import io.kizashi.language.explain.Language;
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
import java.util.stream.Collectors;

/** Tells in words what came of a customer's touchpoints, and why. */
public final class WhyPrinter {
  private final Language language;
  private final Reason reason;
  private final PrintWriter out;

  /** Tells it to a printer. */
  public WhyPrinter(Language language, PrintWriter out) {
    this.language = language;
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
      }
    }
  }

  private String in(String english, String japanese) {
    return switch (language) {
      case EN -> english;
      case JA -> japanese;
    };
  }

  private void line(long time, String text) {
    out.println(Rfc3339.format(time) + "  " + text);
  }

  private void tell(Moment moment) {
    String evidence = String.join(", ", moment.evidence());
    switch (moment.status()) {
      case DETECTED ->
          line(
              moment.detectedAt(),
              in("moment %s, from %s", "兆し %s（%sより）").formatted(moment.rule(), evidence));
      case RETRACTED ->
          line(
              moment.detectedAt(),
              in("moment %s no longer stands", "兆し %s は取り消し").formatted(moment.rule()));
    }
  }

  private void tell(Recommendation recommendation) {
    switch (recommendation.status()) {
      case ISSUED -> issued(recommendation, recommendation.reasoning().orElseThrow());
      case RETRACTED ->
          line(
              recommendation.decidedAt(),
              in("%s is taken back", "%s を取り消し").formatted(recommendation.plan().action()));
    }
  }

  private void issued(Recommendation recommendation, Reasoning reasoning) {
    Plan plan = recommendation.plan();
    line(
        recommendation.decidedAt(),
        in("%s (%s) to %s by %s, because of %s", "%s（%s）を%sへ%sで。きっかけは%s")
            .formatted(
                plan.action(),
                plan.kind().wire(),
                plan.recipient(),
                plan.channel(),
                recommendation.moment().rule()));
    if (plan.sendAt() > recommendation.decidedAt()) {
      detail(
          in("waited, and was looked at again, until %s", "%sまで待ち、再確認のうえ送信")
              .formatted(Rfc3339.format(plan.sendAt())));
    }
    reason.score(reasoning.score()).ifPresent(score -> detail(in("score ", "点数 ") + score));
    explain(reasoning.explanation());
  }

  private void tell(Withheld withheld) {
    line(
        withheld.decidedAt(),
        in("nothing, though %s was asked for", "何もしない（%sの候補あり）").formatted(withheld.action()));
    if (withheld.at() > withheld.decidedAt()) {
      detail(in("it was to be sent at %s", "%sに送る予定だった").formatted(Rfc3339.format(withheld.at())));
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
      detail(
          in("read: ", "読んだ値: ")
              + explanation.values().entrySet().stream()
                  .map(value -> value.getKey() + " = " + value.getValue())
                  .collect(Collectors.joining(", ")));
    }
    explanation.candidates().stream()
        .filter(candidate -> !candidate.reason().equals("chosen"))
        .forEach(this::lost);
    Optional.of(explanation.omitted())
        .filter(omitted -> omitted > 0)
        .ifPresent(omitted -> detail(in("and %d more", "ほか%d件").formatted(omitted)));
  }

  private void read(long epoch) {
    detail(
        in("words were read by what was learned up to %s", "言葉は%sまでに学んだ意味で読んだ")
            .formatted(Rfc3339.format(LearnedLexicon.end(epoch))));
  }

  private void lost(Candidate candidate) {
    String name =
        candidate.channel().isEmpty()
            ? candidate.action()
            : candidate.action() + "/" + candidate.channel();
    detail(in("not %s: %s", "%sではない: %s").formatted(name, reason.of(candidate)));
  }

  private void detail(String text) {
    out.println("    " + text);
  }
}
