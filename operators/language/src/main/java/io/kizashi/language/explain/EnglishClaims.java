package io.kizashi.language.explain;

import io.kizashi.language.explain.Claim.Relation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Claims and terms in English. */
final class EnglishClaims implements Claim.Speech<String>, Term.Speech<String> {
  private static final Map<String, String> FACTS =
      Map.ofEntries(
          Map.entry("emotion.valence", "the customer's valence"),
          Map.entry("emotion.arousal", "the customer's arousal"),
          Map.entry("emotion.confidence", "the confidence in the customer's emotion"),
          Map.entry("emotion.trend", "the change of the customer's valence within 30 minutes"),
          Map.entry("emotion.lowest", "the customer's lowest valence of the last 24 hours"),
          Map.entry("emotion.highest", "the customer's highest valence of the last 24 hours"),
          Map.entry("emotion.label", "the customer's dominant emotion"),
          Map.entry("session.touchpoints", "the number of touchpoints in the session"),
          Map.entry("session.seconds", "the length of the session in seconds"),
          Map.entry("session.id", "the session's id"),
          Map.entry("local.hour", "the hour of the customer's day"),
          Map.entry("local.time", "the customer's local time"),
          Map.entry("local.date", "the customer's local date"),
          Map.entry("local.weekday", "the customer's weekday"),
          Map.entry("local.businessDay", "the customer's day being a business day"));
  private static final Map<String, String> DAYS =
      Map.of(
          "mon", "Monday",
          "tue", "Tuesday",
          "wed", "Wednesday",
          "thu", "Thursday",
          "fri", "Friday",
          "sat", "Saturday",
          "sun", "Sunday");
  private static final Map<String, String> UNITS =
      Map.of("d", "day", "h", "hour", "m", "minute", "s", "second", "ms", "millisecond");

  String say(Claim claim) {
    return claim.said(this);
  }

  String say(Term term) {
    return term.said(this);
  }

  /** A length of time. */
  static String span(long millis) {
    Spans.Span span = Spans.of(millis);
    return plural(span.number(), UNITS.getOrDefault(span.unit(), ""));
  }

  static String plural(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  static String article(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
  }

  @Override
  public String compares(Claim.Compares claim) {
    String left = say(claim.left());
    if (claim.right().equals(new Term.Text("")) && claim.relation().equals(Relation.IS)) {
      return left + " is empty";
    }
    if (claim.right().equals(new Term.Text("")) && claim.relation().equals(Relation.IS_NOT)) {
      return left + " is not empty";
    }
    boolean time = claim.right() instanceof Term.Text || claim.left() instanceof Term.Now;
    String right = say(claim.right());
    return left
        + switch (claim.relation()) {
          case IS -> (isField(claim.right()) ? " is the same as " : " is ") + right;
          case IS_NOT -> (isField(claim.right()) ? " differs from " : " is not ") + right;
          case MORE -> (time ? " is after " : " is more than ") + right;
          case LESS -> (time ? " is before " : " is less than ") + right;
          case AT_LEAST -> time ? " is " + right + " or later" : " is at least " + right;
          case AT_MOST -> time ? " is " + right + " or earlier" : " is at most " + right;
        };
  }

  private static boolean isField(Term term) {
    return term instanceof Term.Field || term instanceof Term.Property;
  }

  @Override
  public String looks(Claim.Looks claim) {
    boolean yes = claim.yes();
    String like = say(claim.like());
    return say(claim.text())
        + switch (claim.look()) {
          case STARTS -> (yes ? " starts with " : " does not start with ") + like;
          case ENDS -> (yes ? " ends with " : " does not end with ") + like;
          case CONTAINS -> (yes ? " contains " : " does not contain ") + like;
          case MATCHES -> (yes ? " matches the pattern " : " does not match the pattern ") + like;
        };
  }

  @Override
  public String among(Claim.Among claim) {
    List<String> several = claim.several().stream().map(this::say).toList();
    return say(claim.term()) + (claim.yes() ? " is " : " is not ") + or(several);
  }

  static String or(List<String> several) {
    int last = several.size() - 1;
    return last < 1
        ? String.join("", several)
        : String.join(", ", several.subList(0, last)) + " or " + several.get(last);
  }

  @Override
  public String has(Claim.Has claim) {
    return say(claim.term()) + (claim.yes() ? " is given" : " is not given");
  }

  @Override
  public String holds(Claim.Holds claim) {
    if (claim.term() instanceof Term.Field field) {
      if (field.owner().equals("segments")) {
        return "the customer is " + (claim.yes() ? "" : "not ") + "in segment " + field.name();
      }
      if (field.is("local", "businessDay")) {
        return claim.yes() ? "it is a business day" : "it is no business day";
      }
    }
    return say(claim.term()) + (claim.yes() ? " is true" : " is not true");
  }

  @Override
  public String all(Claim.All claim) {
    return claim.claims().stream().map(this::inner).collect(Collectors.joining(" and "));
  }

  @Override
  public String any(Claim.Any claim) {
    return claim.claims().stream().map(this::inner).collect(Collectors.joining(" or "));
  }

  private String inner(Claim claim) {
    boolean group = claim instanceof Claim.All || claim instanceof Claim.Any;
    return group ? "(" + say(claim) + ")" : say(claim);
  }

  @Override
  public String quoted(Claim.Quoted claim) {
    return "`" + claim.code() + "`" + (claim.yes() ? " holds" : " does not hold");
  }

  @Override
  public String field(Term.Field term) {
    String fact = FACTS.get(term.owner() + "." + term.name());
    String name = term.name().startsWith("emotion.") ? term.name().substring(8) : term.name();
    if (fact != null) {
      return fact;
    }
    return switch (term.owner()) {
      case "event" -> name;
      case "customer" -> "the customer's " + name;
      case "signals" -> "signal " + name;
      case "segments" -> "segment " + name;
      default -> name + " of " + term.owner();
    };
  }

  @Override
  public String property(Term.Property term) {
    return term.owner().equals("event") ? term.name() : term.name() + " of " + term.owner();
  }

  @Override
  public String now(Term.Now term) {
    return "the time then";
  }

  @Override
  public String figure(Term.Figure term) {
    return term.text();
  }

  @Override
  public String text(Term.Text term) {
    return "\"" + term.text() + "\"";
  }

  @Override
  public String day(Term.Day term) {
    return DAYS.getOrDefault(term.code(), term.code());
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
    return part(term.left()) + " " + term.sign() + " " + part(term.right());
  }

  private String part(Term term) {
    return term instanceof Term.Sum ? "(" + say(term) + ")" : say(term);
  }

  @Override
  public String extreme(Term.Extreme term) {
    String which = term.least() ? "the smaller of " : "the larger of ";
    return which + part(term.left()) + " and " + part(term.right());
  }

  @Override
  public String code(Term.Code term) {
    return "`" + term.text() + "`";
  }
}
