package io.kizashi.language.explain;

import static io.kizashi.language.explain.EnglishClaims.article;
import static io.kizashi.language.explain.EnglishClaims.plural;
import static io.kizashi.language.explain.EnglishClaims.span;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Deadline;
import io.kizashi.core.rules.EmotionBound;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules.Settings;
import io.kizashi.core.rules.Trial;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Moment;
import io.kizashi.schema.ReservedTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** English sentences. */
final class English implements Words {
  private final EnglishClaims claims = new EnglishClaims();

  @Override
  public String title(String rulebook) {
    return "Rulebook " + rulebook;
  }

  @Override
  public String part(Part part) {
    return switch (part) {
      case JOURNEY -> "STAGES OF THE JOURNEY (the first that fits)";
      case SIGNALS -> "SIGNALS (a value for each customer)";
      case SEGMENTS -> "SEGMENTS (who belongs)";
      case MOMENTS -> "MOMENTS (what is detected)";
      case ACTIONS -> "ACTIONS (what is done)";
      case POLICIES -> "POLICIES (what holds for all actions)";
    };
  }

  @Override
  public List<String> settings(Settings settings) {
    return List.of(
        "Times of day and dates are those of " + Spans.zone(settings.calendar().zone()) + ".",
        "What arrives up to "
            + span(settings.disorder())
            + " late is waited for before a deadline is judged."
            + (settings.settled() ? " Touchpoints too are judged only then, in order." : ""),
        "A session ends after " + span(settings.sessions().gap()) + " of silence.");
  }

  @Override
  public String stage(String stage, Claim when) {
    return stage + ": " + noun(Noun.of(List.of(), Optional.of(when)), true);
  }

  @Override
  public String signal(SignalTexts signal) {
    return signal.name() + ": " + meaning(signal);
  }

  private String meaning(SignalTexts signal) {
    String of = noun(signal.noun(), false);
    String last = " in the last " + span(signal.span());
    return switch (signal.kind()) {
      case "count" -> "how many times there was " + noun(signal.noun(), true) + last;
      case "sum" -> "the sum of " + value(signal) + " for each " + of + last;
      case "mean" -> "the mean of " + value(signal) + " for each " + of + last;
      case "min" -> "the smallest " + value(signal) + " of any " + of + last;
      case "max" -> "the largest " + value(signal) + " of any " + of + last;
      case "distinct" ->
          "how many different values of " + value(signal) + " there were with any " + of + last;
      case "latest" -> value(signal) + " of the newest " + of;
      case "since" -> "how long ago the newest " + of + " was";
      case "decay" ->
          "the sum of "
              + value(signal)
              + " for each "
              + of
              + ", counting half after every "
              + span(signal.span());
      case "top" ->
          "the "
              + value(signal)
              + " that came most with any "
              + of
              + ", counting half after every "
              + span(signal.span());
      default -> "how many" + by(signal) + " are open: " + opened(signal);
    };
  }

  private String value(SignalTexts signal) {
    return claims.say(signal.value());
  }

  private String by(SignalTexts signal) {
    return signal.by().map(term -> " (told apart by " + claims.say(term) + ")").orElse("");
  }

  private String opened(SignalTexts signal) {
    return "opened by " + noun(signal.noun(), true) + ", closed by " + noun(signal.closing(), true);
  }

  @Override
  public String segment(Claim claim) {
    return "customers for whom " + claims.say(claim);
  }

  @Override
  public String moment(MomentRule rule) {
    String label = rule.label().get("en");
    String kind = rule.kind().equals(Moment.Kind.DROP_OFF) ? "drop-off" : "moment of truth";
    String stage = rule.stage().isEmpty() ? "" : ", stage " + rule.stage();
    String name = label == null ? rule.name() : label + ", " + rule.name();
    return name + " (" + kind + stage + ")";
  }

  private String noun(Noun noun, boolean article) {
    return noun.alternatives().stream()
        .map(one -> single(one, article))
        .collect(Collectors.joining(", or "));
  }

  private String single(Noun noun, boolean article) {
    List<String> types =
        noun.types().stream()
            .map(type -> type.equals(ReservedTypes.SESSION_ENDED) ? "end of a session" : type)
            .toList();
    String name = types.isEmpty() ? "touchpoint" : EnglishClaims.or(types);
    String where = noun.where().map(claim -> " where " + claims.say(claim)).orElse("");
    return (article ? article(name) : name) + where;
  }

  private static String called(Repeated repeated) {
    if (repeated.as().isEmpty()) {
      return "";
    }
    String which = repeated.times() > 1 ? "the first is called " : "called ";
    return " (" + which + repeated.as() + ")";
  }

  private static String times(Repeated repeated) {
    if (repeated.times() == 1) {
      return "";
    }
    String within =
        repeated.isBounded()
            ? ", the last within " + span(repeated.within()) + " of the first"
            : "";
    return within;
  }

  private String several(Noun noun, Repeated repeated) {
    return repeated.times() == 1
        ? noun(noun, true)
        : repeated.times() + " times " + noun(noun, false) + times(repeated);
  }

  @Override
  public String starts(Noun noun, Repeated repeated) {
    return "It starts with " + several(noun, repeated) + called(repeated) + ".";
  }

  @Override
  public String startsWithEmotion(EmotionBound bound, Repeated step) {
    return "It starts when the customer's valence (−1 to 1) "
        + (bound.above() ? "rises above " : "falls below ")
        + number(bound)
        + " by what the customer does or says"
        + called(step)
        + ".";
  }

  private static String number(EmotionBound bound) {
    return String.valueOf(bound.bound()).replaceFirst("\\.0$", "").replace("-", "−");
  }

  @Override
  public String date(Deadline.Before date, boolean alone) {
    return (alone ? "It is detected " : "It starts ")
        + (date.before() == 0 ? "at" : span(date.before()) + " before")
        + " the customer's "
        + date.property()
        + ", as the profile states it. If the profile states another date before then, that one"
        + " counts.";
  }

  @Override
  public String follows(Noun noun, Repeated repeated) {
    String within = repeated.times() == 1 ? within(repeated) : " ";
    return "Then there must be" + within + several(noun, repeated) + called(repeated) + ".";
  }

  private static String within(Repeated repeated) {
    return repeated.isBounded() ? ", within " + span(repeated.within()) + ", " : ", however late, ";
  }

  @Override
  public String followsEmotion(EmotionBound bound, Repeated step) {
    return "Then there must be"
        + within(step)
        + "something that the customer does or says after which the customer's valence (−1 to 1)"
        + (bound.above() ? " is above " : " is below ")
        + number(bound)
        + called(step)
        + ".";
  }

  @Override
  public String lacks(Noun noun, Deadline deadline) {
    return "Then there must be, " + until(deadline) + ", no " + noun(noun, false) + ".";
  }

  private String until(Deadline deadline) {
    if (deadline instanceof Deadline.After after) {
      return "within " + span(after.span());
    }
    if (deadline instanceof Deadline.BusinessDays days) {
      return "within " + plural(days.days(), "business day") + ", to the same time of day";
    }
    if (deadline instanceof Deadline.Until until) {
      String grace = until.grace() == 0 ? "" : " plus " + span(until.grace());
      return "until " + claims.say(Reading.term(until.value().text())) + grace;
    }
    Deadline.Before before = (Deadline.Before) deadline;
    return "until " + span(before.before()) + " before the customer's " + before.property();
  }

  @Override
  public String detected(End end) {
    return switch (end) {
      case TOUCHPOINT -> "It is detected with the last touchpoint that it takes.";
      case DEADLINE -> "It is detected at the moment when this time is over.";
      case SESSION -> "It is detected when the session has ended.";
    };
  }

  @Override
  public String unless(Noun noun) {
    return "It is called off if there is, in between, " + noun(noun, true) + ".";
  }

  @Override
  public String restarts(boolean latest, boolean waiting) {
    if (!latest) {
      return "While one runs, no further one starts.";
    }
    return waiting
        ? "When it starts again while it waits, the waiting begins anew."
        : "Of several that end with the same touchpoint, the one that started last counts.";
  }

  @Override
  public String counts(Claim when) {
    return "It counts only if at the end " + claims.say(when) + ".";
  }

  @Override
  public String severity(Optional<Term> severity) {
    return severity
        .map(term -> "How grave it is, from 0 to 1: " + claims.say(term) + ".")
        .orElse("It is always of the highest severity, 1.");
  }

  @Override
  public String feels(Emotion emotion) {
    String label = emotion.label().isEmpty() ? "" : emotion.label() + ", ";
    return "Each time it tells of feelings: "
        + label
        + "valence "
        + emotion.valence()
        + ", arousal "
        + emotion.arousal()
        + ", confidence "
        + emotion.confidence()
        + ".";
  }

  @Override
  public String oncePer(long millis) {
    return millis == 0
        ? "It counts every time."
        : "It counts once in " + span(millis) + " at most.";
  }

  @Override
  public String openFor(long millis) {
    return "It waits " + span(millis) + " for an answer.";
  }

  @Override
  public String answeredBy(List<String> actions) {
    return actions.isEmpty() ? "Nothing answers it." : "Answered by: " + String.join(", ", actions);
  }

  @Override
  public List<String> trial(Trial trial) {
    List<String> said = new ArrayList<>();
    if (trial.percent() < Trial.NONE.percent()) {
      said.add("It is for " + trial.percent() + "% of the customers, always the same ones.");
    }
    if (trial.shadow()) {
      said.add("It runs in shadow: what it would do is only noted.");
    }
    return said;
  }

  @Override
  public List<String> action(ActionRule action) {
    List<String> said = new ArrayList<>(trial(action.trial()));
    said.addAll(new EnglishActions(claims).action(action));
    return said;
  }

  @Override
  public PolicyWords policies() {
    return new EnglishPolicies(claims);
  }
}
