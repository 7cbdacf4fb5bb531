package io.kizashi.core.rules;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Interest;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.expression.Value;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Touchpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A rule that detects moments.
 *
 * @param name unique in its rulebook
 * @param label what people call it, by language
 * @param kind drop-off or moment of truth
 * @param stage stage of the journey; empty for that of the touchpoint which came last
 * @param owner who answers for it; empty where nobody is named
 * @param pattern what must happen
 * @param when what must hold at the end
 * @param severity how grave it is at the end, 0 … 1; empty for 1
 * @param oncePer milliseconds from one moment in which no further one counts; 0 for no limit
 * @param openFor milliseconds that its moments wait for an answer
 * @param interest the touchpoints that can make a difference to it
 * @param read of these, those that can make a difference to what its expressions read
 * @param profile the properties of the profile that its expressions read
 * @param countsSession whether it asks about the session that lasts, and so about every touchpoint
 *     of it
 * @param feels what each run of its pattern says of the customer's feelings
 * @param trial for whom it is in force, and whether in earnest
 * @param definition by which it is known again in another version
 */
public record MomentRule(
    String name,
    Map<String, String> label,
    Moment.Kind kind,
    String stage,
    String owner,
    Pattern pattern,
    Condition when,
    Optional<Value> severity,
    long oncePer,
    long openFor,
    Interest interest,
    Interest read,
    Set<String> profile,
    boolean countsSession,
    Optional<Emotion> feels,
    Trial trial,
    Definition definition) {
  /** Copies the properties, and keeps the order of the labels. */
  public MomentRule {
    label = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(label));
    profile = Set.copyOf(profile);
  }

  /**
   * Whether a touchpoint of its interest, looked at, may make a difference: it fits some step, or
   * would for some captures, or it changes what an expression reads.
   */
  public boolean concerns(TouchpointView view, Misses misses) {
    Touchpoint touchpoint = view.touchpoint();
    return countsSession
        || read.covers(touchpoint.type(), touchpoint.emotion().isPresent())
        || pattern.fits().anyMatch(fit -> fit.mayFit(view, misses));
  }

  /**
   * Milliseconds that two of its moments about one matter are detected apart at most where one took
   * the place of the other: by its final silence, or because only one in a while counts.
   */
  public long spacing() {
    Step last = pattern.steps().get(pattern.steps().size() - 1);
    long silence = last.on(event -> 0L, absence -> absence.deadline().duration());
    return Math.max(silence, oncePer - 1);
  }

  /** This rule among those that say of feelings what it may read. */
  public MomentRule among(EmotionInputs felt) {
    return new MomentRule(
        name,
        label,
        kind,
        stage,
        owner,
        pattern,
        when,
        severity,
        oncePer,
        openFor,
        felt.joined(interest),
        felt.joined(read),
        profile,
        countsSession,
        feels,
        trial,
        felt.joined(definition, read));
  }

  /** What a touchpoint that fits the first step does to an older attempt. */
  public enum Restart {
    /** It replaces the attempt within a final absence, or when both complete on one touchpoint. */
    LATEST,
    /** It starts nothing while the older attempt runs. */
    FIRST
  }

  /**
   * What must happen.
   *
   * @param steps an event step first; at least one
   * @param unless what must not come between the anchor and the end
   * @param restart what a newer first step does to an older attempt
   * @param by which matter a touchpoint belongs to; attempts of different ones don't meet
   * @param horizon milliseconds from an attempt's anchor to its end at the latest
   */
  public record Pattern(
      List<Step> steps,
      Optional<Step.Fit> unless,
      Restart restart,
      Optional<Value> by,
      long horizon) {
    /** Copies the steps. */
    public Pattern {
      steps = List.copyOf(steps);
    }

    /** The first step. */
    public Step.Event first() {
      return steps
          .get(0)
          .on(
              event -> event,
              absence -> {
                throw new IllegalStateException("a pattern begins with an event");
              });
    }

    /** The steps that touchpoints meet, in order. */
    public Stream<Step.Event> events() {
      return steps.stream().flatMap(step -> step.on(Stream::of, absence -> Stream.empty()));
    }

    /** What its steps, and its exception, look for. */
    public Stream<Step.Fit> fits() {
      return Stream.concat(steps.stream().map(Step::fit), unless.stream());
    }

    /** The names of the rules whose moments it looks for. */
    public Stream<String> follows() {
      return steps.stream().flatMap(step -> step.fit().moment().stream());
    }

    /** The date that comes every year which it begins with, if it does. */
    public Optional<Deadline.Before> yearly() {
      return steps.stream().skip(1).limit(1).flatMap(Step::yearly).findFirst();
    }

    /** Whether time alone can complete it. */
    public boolean awaitsSilence() {
      return steps.stream().anyMatch(Step::awaitsSilence);
    }

    /** Whether an older attempt can keep a newer one from starting. */
    public boolean isExclusive() {
      return restart == Restart.FIRST;
    }
  }
}
