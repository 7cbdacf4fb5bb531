package io.kizashi.language.explain;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Deadline;
import io.kizashi.core.rules.EmotionBound;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules.Settings;
import io.kizashi.core.rules.Trial;
import io.kizashi.schema.Emotion;
import java.util.List;
import java.util.Optional;

/** The sentences of one language. Each method gives one sentence, or a title. */
interface Words {
  /** Parts of an explanation. */
  enum Part {
    JOURNEY,
    SIGNALS,
    SEGMENTS,
    MOMENTS,
    ACTIONS,
    POLICIES
  }

  /** What completes a moment. */
  enum End {
    TOUCHPOINT,
    DEADLINE,
    SESSION
  }

  String title(String rulebook);

  String part(Part part);

  List<String> settings(Settings settings);

  String stage(String stage, Claim when);

  /** What a signal is: texts by the keys of its definition. */
  String signal(SignalTexts signal);

  String segment(Claim claim);

  String moment(MomentRule rule);

  /** The first step: touchpoints of a kind, once or several times. */
  String starts(Noun noun, Repeated repeated);

  /** The first step: an emotion that crosses a bound. */
  String startsWithEmotion(EmotionBound bound, Repeated step);

  /**
   * A first step and an absence in one: a date of the profile.
   *
   * @param alone whether no step follows
   */
  String date(Deadline.Before date, boolean alone);

  String follows(Noun noun, Repeated repeated);

  String followsEmotion(EmotionBound bound, Repeated step);

  String lacks(Noun noun, Deadline deadline);

  String detected(End end);

  String unless(Noun noun);

  String restarts(boolean latest, boolean waiting);

  String counts(Claim when);

  String severity(Optional<Term> severity);

  /** What a run says of the customer's feelings. */
  String feels(Emotion emotion);

  String oncePer(long millis);

  String openFor(long millis);

  String answeredBy(List<String> actions);

  /** What is special about a trial; nothing where it is none. */
  List<String> trial(Trial trial);

  List<String> action(ActionRule action);

  /** The sentences about policies. */
  PolicyWords policies();

  /**
   * How often a step's touchpoint must come.
   *
   * @param times how many
   * @param within milliseconds; {@link Long#MAX_VALUE} for no limit
   * @param as what the first is called, or empty
   */
  record Repeated(int times, long within, String as) {
    boolean isBounded() {
      return within < Long.MAX_VALUE;
    }
  }
}
