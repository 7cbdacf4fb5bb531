package io.kizashi.language.explain;

import io.kizashi.core.rules.Deadline;
import io.kizashi.core.rules.EmotionBound;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Trial;
import io.kizashi.schema.Emotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sentences about moments; each method gives one, unless it gives a list. */
final class MomentSentences {
  private final Language language;
  private final Phrases words;
  private final Grammar grammar;
  private final Terms terms;

  MomentSentences(Language language, Phrases words, Grammar grammar) {
    this.language = language;
    this.words = words;
    this.grammar = grammar;
    this.terms = new Terms(words);
  }

  /** What a moment is called. */
  String title(MomentRule rule) {
    String kind = words.word(Vocabulary.MOMENT_KIND, rule.kind());
    String stage = rule.stage().isEmpty() ? "" : words.say(Sentence.MOMENT_STAGE, rule.stage());
    String name =
        Optional.ofNullable(rule.label().get(language.code()))
            .map(label -> words.say(Sentence.MOMENT_LABELLED, label, rule.name()))
            .orElse(rule.name());
    return words.say(Sentence.MOMENT_TITLE, name, kind, stage);
  }

  /** The first step: touchpoints of a kind, once or several times. */
  String starts(Noun noun, Repeated repeated) {
    String comes = grammar.comes(noun, repeated);
    return tidy(Sentence.STARTS_TOUCHPOINT, comes, called(repeated));
  }

  /** The first step: an emotion that crosses a bound. */
  String startsWithEmotion(EmotionBound bound, Repeated step) {
    Sentence starts = bound.above() ? Sentence.STARTS_ABOVE : Sentence.STARTS_BELOW;
    return words.say(starts, number(bound), called(step));
  }

  private static String number(EmotionBound bound) {
    return String.valueOf(bound.bound()).replaceFirst("\\.0$", "").replace("-", "−");
  }

  private String called(Repeated repeated) {
    if (repeated.as().isEmpty()) {
      return "";
    }
    Sentence called = repeated.times() > 1 ? Sentence.CALLED_FIRST : Sentence.CALLED_IT;
    return words.say(called, repeated.as());
  }

  /**
   * A first step and an absence in one: a date of the profile.
   *
   * @param alone whether no step follows
   */
  String date(Deadline.Before date, boolean alone) {
    String when =
        date.before() == 0
            ? words.say(Sentence.DATE_AT)
            : words.say(Sentence.DATE_BEFORE, terms.span(date.before()));
    Sentence sentence = alone ? Sentence.DATE_ALONE : Sentence.DATE_FIRST;
    return words.say(sentence, date.property(), when);
  }

  /** A further step: touchpoints of a kind. */
  String follows(Noun noun, Repeated repeated) {
    String comes = grammar.comes(noun, repeated);
    return repeated.times() == 1
        ? follows(comes, repeated, noun.where().isPresent())
        : tidy(Sentence.FOLLOWS_TOGETHER, comes, called(repeated));
  }

  /** A further step: an emotion that crosses a bound. */
  String followsEmotion(EmotionBound bound, Repeated step) {
    Sentence happens = bound.above() ? Sentence.HAPPENS_ABOVE : Sentence.HAPPENS_BELOW;
    return follows(words.say(happens, number(bound)), step, true);
  }

  private String follows(String what, Repeated step, boolean clause) {
    return step.isBounded()
        ? tidy(
            Sentence.FOLLOWS_WITHIN,
            what,
            called(step),
            terms.span(step.within()),
            grammar.pause(clause))
        : tidy(Sentence.FOLLOWS_WHENEVER, what, called(step));
  }

  /** A further step: none of these touchpoints until then. */
  String lacks(Noun noun, Deadline deadline) {
    return tidy(
        Sentence.LACKS_TOUCHPOINT,
        until(deadline),
        grammar.bare(noun),
        grammar.pause(noun.where().isPresent()));
  }

  private String until(Deadline deadline) {
    if (deadline instanceof Deadline.After after) {
      return words.say(Sentence.UNTIL_SPAN, terms.span(after.span()));
    }
    if (deadline instanceof Deadline.BusinessDays days) {
      String count = terms.count(days.days(), Vocabulary.BUSINESS_DAY);
      return words.say(Sentence.UNTIL_BUSINESS_DAYS, count);
    }
    if (deadline instanceof Deadline.Until until) {
      String time = terms.say(Reading.term(until.value().text()));
      return until.grace() == 0
          ? words.say(Sentence.UNTIL_VALUE, time)
          : words.say(Sentence.UNTIL_GRACE, time, terms.span(until.grace()));
    }
    if (deadline instanceof Deadline.Before before) {
      return words.say(Sentence.UNTIL_DATE, terms.span(before.before()), before.property());
    }
    throw new IllegalArgumentException("a deadline without words: " + deadline);
  }

  /** When it is detected. */
  String detected(End end) {
    return words.word(Vocabulary.END, end);
  }

  /** What calls it off. */
  String unless(Noun noun) {
    String pause = grammar.pause(noun.where().isPresent());
    return tidy(Sentence.UNLESS_TOUCHPOINT, grammar.noun(noun), pause);
  }

  /** What happens when it starts again. */
  String restarts(boolean latest, boolean waiting) {
    if (!latest) {
      return words.say(Sentence.RESTARTS_NEVER);
    }
    return words.say(waiting ? Sentence.RESTARTS_WAITING : Sentence.RESTARTS_LATEST);
  }

  /** What must hold at the end. */
  String counts(Claim when) {
    return tidy(Sentence.COUNTS_WHEN, grammar.clause(when));
  }

  /** How grave it is. */
  String severity(Optional<Term> severity) {
    return severity
        .map(term -> tidy(Sentence.SEVERITY_VALUE, terms.say(term)))
        .orElseGet(() -> words.say(Sentence.SEVERITY_HIGHEST));
  }

  /** What a run says of the customer's feelings. */
  String feels(Emotion emotion) {
    return words.say(
        emotion.label().isEmpty() ? Sentence.FEELS_UNLABELLED : Sentence.FEELS_LABELLED,
        emotion.valence(),
        emotion.arousal(),
        emotion.confidence(),
        emotion.label());
  }

  /** The time, in milliseconds, in which it counts once. */
  String oncePer(long millis) {
    return millis == 0
        ? words.say(Sentence.COUNTS_ALWAYS)
        : words.say(Sentence.COUNTS_ONCE, terms.span(millis));
  }

  /** The milliseconds for which it waits for an answer. */
  String openFor(long millis) {
    return words.say(Sentence.ANSWER_WAITS, terms.span(millis));
  }

  /** The names of what answers it. */
  String answeredBy(List<String> actions) {
    return actions.isEmpty()
        ? words.say(Sentence.ANSWER_NONE)
        : words.say(Sentence.ANSWER_BY, words.join(Sentence.LIST, actions));
  }

  /** What is special about a trial; nothing where it is none. */
  List<String> trial(Trial trial) {
    List<String> said = new ArrayList<>();
    if (trial.percent() < Trial.NONE.percent()) {
      said.add(words.say(Sentence.TRIAL_ROLLOUT, trial.percent()));
    }
    if (trial.shadow()) {
      said.add(words.say(Sentence.TRIAL_SHADOW));
    }
    return said;
  }

  private String tidy(Sentence sentence, Object... with) {
    return grammar.tidy(words.say(sentence, with));
  }
}
