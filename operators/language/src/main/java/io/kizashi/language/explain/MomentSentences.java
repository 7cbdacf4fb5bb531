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
  /** What completes a moment. */
  enum End {
    TOUCHPOINT,
    DEADLINE,
    SESSION,
    MOMENT
  }

  private final Language language;
  private final Phrases words;
  private final Grammar grammar;
  private final Terms terms;

  MomentSentences(Language language, Phrases words, Grammar grammar) {
    this.language = language;
    this.words = words;
    this.grammar = grammar;
    this.terms = grammar.terms();
  }

  /** What a moment is called. */
  String title(MomentRule rule) {
    String kind = words.word(Vocabulary.MOMENT_KIND, rule.kind());
    String stage =
        rule.stage().isEmpty()
            ? ""
            : words.say(Wording.MOMENT_STAGE, terms.word(Vocabulary.STAGE, rule.stage()));
    String name =
        Optional.ofNullable(rule.label().get(language.code()))
            .map(label -> words.say(Wording.MOMENT_LABELLED, label, rule.name()))
            .orElse(rule.name());
    return words.say(Wording.MOMENT_TITLE, name, kind, stage);
  }

  /** Who answers for a moment. */
  Optional<String> owner(MomentRule rule) {
    return rule.owner().isEmpty()
        ? Optional.empty()
        : Optional.of(words.say(Wording.MOMENT_OWNER, rule.owner()));
  }

  /** The first step: touchpoints of a kind, once or several times. */
  String starts(Noun noun, Repeated repeated) {
    String comes = grammar.comes(noun, repeated);
    return tidy(Wording.STARTS_TOUCHPOINT, comes, called(repeated));
  }

  /** The first step: another moment. */
  String startsWithMoment(String rule, Repeated step) {
    return tidy(Wording.STARTS_MOMENT, rule, called(step));
  }

  /** The first step: an emotion that crosses a bound. */
  String startsWithEmotion(EmotionBound bound, Repeated step) {
    Wording starts = bound.above() ? Wording.STARTS_ABOVE : Wording.STARTS_BELOW;
    return tidy(starts, number(bound), called(step));
  }

  private static String number(EmotionBound bound) {
    return figure(bound.bound());
  }

  private String called(Repeated repeated) {
    if (repeated.as().isEmpty()) {
      return "";
    }
    Wording called = repeated.times() > 1 ? Wording.CALLED_FIRST : Wording.CALLED_IT;
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
            ? words.say(Wording.DATE_AT)
            : words.say(Wording.DATE_BEFORE, terms.span(date.before()));
    Wording once = alone ? Wording.DATE_ALONE : Wording.DATE_FIRST;
    Wording yearly = alone ? Wording.DATE_YEARLY_ALONE : Wording.DATE_YEARLY_FIRST;
    return tidy(date.isYearly() ? yearly : once, date.property(), when);
  }

  /** A further step: touchpoints of a kind. */
  String follows(Noun noun, Repeated repeated) {
    String comes = grammar.comes(noun, repeated);
    return repeated.times() == 1
        ? follows(comes, repeated)
        : tidy(Wording.FOLLOWS_TOGETHER, comes, called(repeated));
  }

  /** A further step: another moment. */
  String followsMoment(String rule, Repeated step) {
    return follows(words.say(Wording.HAPPENS_MOMENT, rule), step);
  }

  /** A further step: an emotion that crosses a bound. */
  String followsEmotion(EmotionBound bound, Repeated step) {
    Wording happens = bound.above() ? Wording.HAPPENS_ABOVE : Wording.HAPPENS_BELOW;
    return follows(words.say(happens, number(bound)), step);
  }

  private String follows(String what, Repeated step) {
    return step.isBounded()
        ? tidy(Wording.FOLLOWS_WITHIN, what, called(step), terms.span(step.within()))
        : tidy(Wording.FOLLOWS_WHENEVER, what, called(step));
  }

  /** A further step: none of these touchpoints until then. */
  String lacks(Noun noun, Deadline deadline) {
    return tidy(Wording.LACKS_TOUCHPOINT, until(deadline), grammar.noun(noun));
  }

  private String until(Deadline deadline) {
    if (deadline instanceof Deadline.After after) {
      return words.say(Wording.UNTIL_SPAN, terms.span(after.span()));
    }
    if (deadline instanceof Deadline.BusinessDays days) {
      String count = terms.count(days.days(), Vocabulary.BUSINESS_DAY);
      return words.say(Wording.UNTIL_BUSINESS_DAYS, count);
    }
    if (deadline instanceof Deadline.Until until) {
      String time = terms.say(Reading.term(until.value().text()));
      return until.grace() == 0
          ? words.say(Wording.UNTIL_VALUE, time)
          : words.say(Wording.UNTIL_GRACE, time, terms.span(until.grace()));
    }
    if (deadline instanceof Deadline.Before before) {
      return words.say(Wording.UNTIL_DATE, terms.span(before.before()), before.property());
    }
    throw new IllegalArgumentException("a deadline without words: " + deadline);
  }

  /** When it is detected. */
  String detected(End end) {
    return words.word(Vocabulary.END, end);
  }

  /** What calls it off. */
  String unless(Noun noun) {
    return tidy(Wording.UNLESS_TOUCHPOINT, grammar.noun(noun));
  }

  /**
   * What happens when it starts again.
   *
   * @param waiting whether time completes it
   * @param further whether it must come somewhere before it waits
   */
  String restarts(boolean latest, boolean waiting, boolean further) {
    if (!latest) {
      return words.say(Wording.RESTARTS_NEVER);
    }
    Wording whileWaiting = further ? Wording.RESTARTS_FURTHER : Wording.RESTARTS_WAITING;
    return words.say(waiting ? whileWaiting : Wording.RESTARTS_LATEST);
  }

  /** What tells one from another. */
  String by(Term by) {
    return tidy(Wording.MATTER_BY, terms.say(by));
  }

  /** What must hold at the end. */
  String counts(Claim when) {
    return tidy(Wording.COUNTS_WHEN, grammar.clause(when));
  }

  /** How grave it is. */
  String severity(Optional<Term> severity) {
    return severity
        .map(term -> tidy(Wording.SEVERITY_VALUE, terms.say(term)))
        .orElseGet(() -> words.say(Wording.SEVERITY_HIGHEST));
  }

  /** What a run says of the customer's feelings. */
  String feels(Emotion emotion) {
    return words.say(
        emotion.label().isEmpty() ? Wording.FEELS_UNLABELLED : Wording.FEELS_LABELLED,
        figure(emotion.valence()),
        figure(emotion.arousal()),
        figure(emotion.confidence()),
        terms.word(Vocabulary.FEELING, emotion.label()));
  }

  private static String figure(double number) {
    return Terms.figure(Reading.plain(number));
  }

  /** The time, in milliseconds, in which it counts once. */
  String oncePer(long millis) {
    return millis == 0
        ? words.say(Wording.COUNTS_ALWAYS)
        : words.say(Wording.COUNTS_ONCE, grammar.during(millis));
  }

  /** The milliseconds for which it waits for an answer. */
  String openFor(long millis) {
    return words.say(Wording.ANSWER_WAITS, grammar.during(millis));
  }

  /** The names of what answers it. */
  String answeredBy(List<String> actions) {
    return actions.isEmpty()
        ? words.say(Wording.ANSWER_NONE)
        : words.say(Wording.ANSWER_BY, words.join(Wording.LIST, actions));
  }

  /** What is special about a trial; nothing where it is none. */
  List<String> trial(Trial trial) {
    List<String> said = new ArrayList<>();
    if (trial.percent() < Trial.NONE.percent()) {
      said.add(words.say(Wording.TRIAL_ROLLOUT, trial.percent()));
    }
    if (trial.shadow()) {
      said.add(words.say(Wording.TRIAL_SHADOW));
    }
    trial.testers().ifPresent(list -> said.add(words.say(Wording.TRIAL_TESTERS, list.name())));
    return said;
  }

  private String tidy(Wording sentence, Object... with) {
    return grammar.tidy(words.say(sentence, with));
  }
}
