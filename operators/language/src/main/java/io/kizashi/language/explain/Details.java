package io.kizashi.language.explain;

import io.kizashi.core.expression.FactName;
import io.kizashi.core.reason.Check;
import io.kizashi.core.recipient.Owners;
import io.kizashi.core.rules.ActionRule.DateRange;
import io.kizashi.core.rules.Reach;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Rfc3339;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts into words what decisions note of themselves in the rulebook's own terms. */
final class Details {
  private static final Pattern CAP = Pattern.compile("(\\d{1,9}) per (\\S+)");
  private static final Pattern TOUCHPOINT = Pattern.compile("(\\w+) (\\S+)");
  private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}(\\.\\d{1,3})?s");
  private static final Pattern DAYS =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})?\\.\\.(\\d{4}-\\d{2}-\\d{2})?");
  private static final Pattern FIGURE = Pattern.compile("-?\\d+(\\.\\d+)?");

  /** Where a long detail was cut. */
  private static final String CUT = "…";

  private final Rules rules;
  private final Phrases words;
  private final Grammar grammar;
  private final Terms terms;
  private final PolicySentences policies;
  private final OwnerSentences owners;

  Details(Rules rules, Phrases words, Grammar grammar) {
    this.rules = rules;
    this.words = words;
    this.grammar = grammar;
    this.terms = grammar.terms();
    this.policies = new PolicySentences(words, grammar);
    this.owners = new OwnerSentences(words, grammar);
  }

  /** What decided, as a check notes it. */
  String of(Check check, String detail) {
    return switch (check) {
      case NO_CONSENT, PAUSED, QUIET_HOURS -> terms.word(Vocabulary.CHANNEL, detail);
      case DECLINED_BEFORE -> terms.word(Vocabulary.OUTCOME, detail);
      case NOT_STANDING, LOWER_TIER, OUTSCORED, EXPIRED, CONTENT_INCOMPLETE -> terms.moment(detail);
      case NOT_ACTIVE -> days(detail);
      case CAPPED -> cap(detail);
      case UPSET -> guard(detail);
      case NOT_ELIGIBLE, NO_LONGER -> condition(detail);
      case NOT_IN_ROLLOUT, EXCLUDED, NOT_IN_FORCE, ALREADY_TOLD -> detail;
    };
  }

  /** A condition as a clause. */
  String condition(String text) {
    return grammar.clause(Reading.claim(text));
  }

  /** Days as {@link DateRange#text} writes them; either end may be open. */
  private String days(String detail) {
    Matcher days = DAYS.matcher(detail);
    if (!days.matches()) {
      return detail;
    }
    Optional<String> first = Optional.ofNullable(days.group(1)).map(this::day);
    Optional<String> last = Optional.ofNullable(days.group(2)).map(this::day);
    return first.isPresent() && last.isPresent()
        ? words.say(Wording.DAYS, first.get(), last.get())
        : first
            .map(day -> words.say(Wording.DAYS_FROM, day))
            .or(() -> last.map(day -> words.say(Wording.DAYS_TO, day)))
            .orElse(detail);
  }

  private String day(String date) {
    return terms.times().day(LocalDate.parse(date));
  }

  private String cap(String detail) {
    Matcher cap = CAP.matcher(detail);
    if (!cap.matches()) {
      return detail;
    }
    long limit = Long.parseLong(cap.group(1));
    String span = cap.group(2);
    return switch (span) {
      case "day" -> policies.most(limit, Reach.day());
      case "month" -> policies.most(limit, Reach.month());
      default ->
          Spans.millis(span)
              .map(millis -> policies.most(limit, Reach.sliding(millis)))
              .orElse(detail);
    };
  }

  private String guard(String detail) {
    String start = detail.endsWith(CUT) ? detail.substring(0, detail.length() - 1) : detail;
    return rules.guards().stream()
        .filter(guard -> guard.words().startsWith(start))
        .findFirst()
        .map(policies::spared)
        .orElseGet(() -> words.say(Wording.GUARD_WHILE, condition(detail)));
  }

  /** By what something is over: a touchpoint, or a condition that holds no more. */
  String noLonger(String detail) {
    Matcher touchpoint = TOUCHPOINT.matcher(detail);
    return touchpoint.matches()
        ? words.say(
            Wording.NO_LONGER_BY,
            grammar.bare(Noun.of(List.of(touchpoint.group(1)), Optional.empty())),
            touchpoint.group(2))
        : words.say(Wording.NO_LONGER_WHEN, condition(detail));
  }

  /** What a decision read, and what it was. */
  String value(String name, String value) {
    return switch (name) {
      case "address" -> words.say(Wording.VALUE_OF, words.say(Wording.VALUE_ADDRESS), value);
      case Owners.EXPLAINED ->
          words.say(Wording.VALUE_OF, words.say(Wording.VALUE_ASSIGNEE), owners.found(value));
      case "variant" -> words.say(Wording.VALUE_OF, words.say(Wording.VALUE_VARIANT), value);
      case "language" ->
          words.say(
              Wording.VALUE_OF, words.say(Wording.VALUE_LANGUAGE), terms.times().language(value));
      default -> {
        Term term = Reading.term(name);
        yield words.say(Wording.VALUE_OF, terms.say(term), value(term, value));
      }
    };
  }

  private String value(Term of, String value) {
    if (value.equals("true") || value.equals("false")) {
      return terms.say(new Term.Truth(value.equals("true")));
    }
    if (SECONDS.matcher(value).matches() && isSignal(of)) {
      return terms.span(
          Math.round(1e3 * Double.parseDouble(value.substring(0, value.length() - 1))));
    }
    if (FIGURE.matcher(value).matches()) {
      BigDecimal figure = new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN);
      return Terms.figure(figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString());
    }
    OptionalLong time = Rfc3339.parse(value);
    if (time.isPresent()) {
      return terms.times().inYear(time.getAsLong());
    }
    Term said = Meaning.beside(of, new Term.Text(value));
    return said instanceof Term.Text ? value : terms.say(said);
  }

  private static boolean isSignal(Term term) {
    return term instanceof Term.Field field && field.owner().equals(FactName.SIGNALS.text());
  }
}
