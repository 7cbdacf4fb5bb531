package io.kizashi.language.explain;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.FactName;
import io.kizashi.language.explain.Claim.Look;
import io.kizashi.language.explain.Claim.Relation;
import io.kizashi.schema.Rfc3339;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text or a number means by what it stands beside: a channel, an hour, a date. */
final class Meaning {
  private static final String LOCAL = FactName.LOCAL.text();
  private static final Term.Field TIME = new Term.Field(LOCAL, "time");
  private static final Pattern OF_DAY = Pattern.compile("\\d\\d:\\d\\d");
  private static final Pattern ON_DAY = Pattern.compile("T(\\d\\d:\\d\\d):00(Z|[+-]\\d\\d:\\d\\d)");
  private static final int LAST_HOUR = 23;

  /** Fields whose texts each language has words for, by the family of these. */
  private static final Map<String, String> FAMILIES =
      Map.of(
          "channel", Vocabulary.CHANNEL,
          "actor", Vocabulary.ACTOR,
          "stage", Vocabulary.STAGE,
          "outcome", Vocabulary.OUTCOME,
          "emotion.label", Vocabulary.FEELING);

  private Meaning() {}

  /** Two things compared; what is constant stands on the right. */
  static Claim compares(Term left, Relation relation, Term right) {
    if (isConstant(left) && !isConstant(right)) {
      return compares(right, relation.mirrored(), left);
    }
    boolean equality = relation.equals(Relation.IS) || relation.equals(Relation.IS_NOT);
    if (equality && right instanceof Term.Truth truth) {
      return new Claim.Holds(left, truth.value() == relation.equals(Relation.IS));
    }
    return hour(left, relation, right)
        .orElseGet(() -> new Claim.Compares(left, relation, beside(left, right)));
  }

  private static boolean isConstant(Term term) {
    return term instanceof Term.Figure
        || term instanceof Term.Text
        || term instanceof Term.Truth
        || term instanceof Term.Length;
  }

  /** A bound of the hour as a time of day: more than 9 is 10:00 or later. */
  private static Optional<Claim> hour(Term left, Relation relation, Term right) {
    if (left instanceof Term.Field field
        && field.is(LOCAL, "hour")
        && right instanceof Term.Figure figure
        && figure.text().matches("\\d{1,2}")) {
      int hour = Integer.parseInt(figure.text());
      return switch (relation) {
        case IS, IS_NOT -> Optional.empty();
        case AT_LEAST, LESS -> ofDay(relation, hour);
        case MORE -> ofDay(Relation.AT_LEAST, hour + 1);
        case AT_MOST -> ofDay(Relation.LESS, hour + 1);
      };
    }
    return Optional.empty();
  }

  private static Optional<Claim> ofDay(Relation relation, int hour) {
    return hour > LAST_HOUR
        ? Optional.empty()
        : Optional.of(
            new Claim.Compares(
                TIME, relation, new Term.OfDay((hour < 10 ? "0" : "") + hour + ":00")));
  }

  /** The capture with whose field a touchpoint's of the same name is compared, if it is. */
  static Optional<String> likeThatOf(Term left, Term right) {
    if (left instanceof Term.Field own && right instanceof Term.Field other) {
      boolean same = own.owner().equals(Bindings.EVENT) && own.name().equals(other.name());
      return Optional.of(other.owner()).filter(it -> same && FactName.of(it).isEmpty());
    }
    if (left instanceof Term.Property own && right instanceof Term.Property other) {
      boolean same = own.owner().equals(Bindings.EVENT) && own.name().equals(other.name());
      return Optional.of(other.owner()).filter(it -> same);
    }
    return Optional.empty();
  }

  /** How a text is looked at; a date that ends with a day is that day of each month. */
  static Claim looks(Term text, Look look, Term like) {
    boolean monthly =
        text instanceof Term.Field field
            && field.is(LOCAL, "date")
            && look.equals(Look.ENDS)
            && like instanceof Term.Text end
            && end.text().matches("-\\d\\d");
    return monthly
        ? new Claim.Compares(
            text, Relation.IS, new Term.DayOfMonth(-Integer.parseInt(((Term.Text) like).text())))
        : new Claim.Looks(text, look, like, true);
  }

  /** A term by what stands on its left. */
  static Term beside(Term left, Term right) {
    return right instanceof Term.Text text ? text(left, text) : right;
  }

  private static Term text(Term left, Term.Text text) {
    if (left instanceof Term.Field field && field.owner().equals(LOCAL)) {
      return switch (field.name()) {
        case "weekday" -> new Term.Word(Vocabulary.DAY, text.text());
        case "time" -> OF_DAY.matcher(text.text()).matches() ? new Term.OfDay(text.text()) : text;
        case "date" -> date(text);
        default -> text;
      };
    }
    return family(left)
        .map(family -> (Term) new Term.Word(family, text.text()))
        .filter(word -> !text.text().isEmpty())
        .orElse(text);
  }

  private static Optional<String> family(Term left) {
    if (left instanceof Term.Field field) {
      boolean label = field.is(FactName.EMOTION.text(), "label");
      boolean touchpoint = FactName.of(field.owner()).isEmpty();
      return label
          ? Optional.of(Vocabulary.FEELING)
          : Optional.ofNullable(FAMILIES.get(field.name())).filter(it -> touchpoint);
    }
    return left instanceof Term.Property property && property.name().equals("outcome")
        ? Optional.of(Vocabulary.OUTCOME)
        : Optional.empty();
  }

  private static Term date(Term.Text text) {
    try {
      return new Term.Date(LocalDate.parse(text.text()));
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  /** The point in time that a text names, alone or on the day of the question. */
  static Optional<Term> instant(Term written) {
    if (written instanceof Term.Text text) {
      OptionalLong millis = Rfc3339.parse(text.text());
      return millis.isPresent()
          ? Optional.of(new Term.Instant(millis.getAsLong()))
          : Optional.empty();
    }
    if (written instanceof Term.Sum sum
        && sum.sign().equals("+")
        && sum.left() instanceof Term.Field field
        && field.is(LOCAL, "date")
        && sum.right() instanceof Term.Text rest) {
      Matcher form = ON_DAY.matcher(rest.text());
      return form.matches()
          ? Optional.of(new Term.ThatDay(form.group(1), form.group(2)))
          : Optional.empty();
    }
    return written.isField() ? Optional.of(written) : Optional.empty();
  }

  /** A calculation; now less a time is how long ago it was. */
  static Term sum(Term left, String sign, Term right) {
    return left instanceof Term.Now && sign.equals("−") && isTime(right)
        ? new Term.Measure(Wording.TERM_SINCE, right)
        : new Term.Sum(left, sign, right);
  }

  /** Whether what is compared with it is before or after, not less or more. */
  static boolean isTime(Term term) {
    return term instanceof Term.Text
        || term instanceof Term.OfDay
        || term instanceof Term.ThatDay
        || term instanceof Term.Date
        || term instanceof Term.Instant
        || term instanceof Term.Now
        || (term instanceof Term.Field field
            && field.name().equals("time")
            && FactName.of(field.owner()).isEmpty());
  }
}
