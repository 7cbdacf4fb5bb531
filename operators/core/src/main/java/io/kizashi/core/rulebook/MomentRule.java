package io.kizashi.core.rulebook;

import io.kizashi.schema.Moment;
import java.util.List;

/**
 * A rule that detects moments.
 *
 * @param name unique in its rulebook
 * @param kind drop-off or moment of truth
 * @param stage stage of the journey, or empty
 * @param steps an event step first; at least one
 * @param restart what a newer first step does to an older attempt
 * @param horizon milliseconds from an attempt's anchor to its end at the latest
 */
public record MomentRule(
    String name, Moment.Kind kind, String stage, List<Step> steps, Restart restart, long horizon) {
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

  /** Whether any of its steps looks for touchpoints of a type. */
  public boolean caresFor(String type) {
    return steps.stream()
        .map(step -> step.fit().type())
        .anyMatch(wanted -> wanted.equals(Step.ANY) || wanted.equals(type));
  }

  /** Whether silence is part of it, so that time alone can complete it. */
  public boolean awaitsSilence() {
    return steps.stream().anyMatch(Step.Absence.class::isInstance);
  }
}
