package io.kizashi.core.rulebook;

import io.kizashi.schema.Moment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule that detects moments.
 *
 * @param name unique in its rulebook
 * @param kind drop-off or moment of truth
 * @param stage stage of the journey, or empty
 * @param steps an event step first; at least one
 * @param unless what must not come between the anchor and the end
 * @param openFor milliseconds that its moments wait for an answer
 * @param restart what a newer first step does to an older attempt
 * @param horizon milliseconds from an attempt's anchor to its end at the latest
 */
public record MomentRule(
    String name,
    Moment.Kind kind,
    String stage,
    List<Step> steps,
    Optional<Step.Fit> unless,
    long openFor,
    Restart restart,
    long horizon) {
  /** Copies the steps. */
  public MomentRule {
    steps = List.copyOf(steps);
  }

  /** What a touchpoint that fits the first step does to an older attempt. */
  public enum Restart {
    /** It replaces the attempt within a final absence, or when both complete on one touchpoint. */
    LATEST,
    /** It starts nothing while the older attempt runs. */
    FIRST
  }

  /** The first step. */
  public Step.Event first() {
    return (Step.Event) steps.get(0);
  }

  /** The types of the touchpoints that it looks for. */
  public Stream<String> types() {
    return Stream.concat(steps.stream().map(Step::fit), unless.stream()).map(Step.Fit::type);
  }

  /** Whether it looks for touchpoints of a type. */
  public boolean caresFor(String type) {
    return types().anyMatch(wanted -> wanted.equals(Step.ANY) || wanted.equals(type));
  }

  /** Whether silence is part of it, so that time alone can complete it. */
  public boolean awaitsSilence() {
    return steps.stream().anyMatch(Step.Absence.class::isInstance);
  }
}
