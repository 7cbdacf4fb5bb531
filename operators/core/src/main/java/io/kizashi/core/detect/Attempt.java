package io.kizashi.core.detect;

import io.kizashi.core.detect.Timeline.Seen;
import io.kizashi.core.detect.Trail.Stopped;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.rules.Deadline;
import io.kizashi.core.rules.MomentRule.Pattern;
import io.kizashi.core.rules.Rules.Settings;
import io.kizashi.core.rules.Sessions;
import io.kizashi.core.rules.Step;
import io.kizashi.core.rules.Stood;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Position;
import io.kizashi.schema.Time;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One run of a rule's pattern from one anchor. Each step takes the first touchpoint that fits it
 * behind the step before, and never tries another: so a run has one outcome, and a touchpoint that
 * arrives later changes it only where it lies before a fit.
 *
 * <p>A run ends complete, incomplete (a deadline passed, or something broke a silence), or waiting
 * up to a place at which it would be incomplete. Outcomes are functions of the timeline alone.
 *
 * <p>Costs one look at each touchpoint behind the anchor up to the end, O(n) for a history of n,
 * and one evaluation for each pair of step and touchpoint that {@link Fits} does not know yet.
 * After the skip-till-next-match selection of SASE+ and Flink CEP, with deadlines in place of
 * windows.
 */
final class Attempt {
  /** How a run ended. */
  sealed interface Outcome {
    /** The place of the touchpoint that it hangs on first. */
    Position origin();

    /** What it took, the anchor first. */
    List<TouchpointView> events();

    /** Where it ends; an attempt that waits for a touchpoint without limit never does. */
    Position end();

    /** The run, where it is complete. */
    Optional<Match> complete();

    /** How far it came. */
    Trail trail();
  }

  /** All steps are met. */
  record Complete(Match match, Trail trail) implements Outcome {
    @Override
    public Position origin() {
      return match.origin();
    }

    @Override
    public List<TouchpointView> events() {
      return match.events();
    }

    @Override
    public Position end() {
      return match.end();
    }

    @Override
    public Optional<Match> complete() {
      return Optional.of(match);
    }
  }

  /** A step is not met. */
  record Incomplete(Position origin, List<TouchpointView> events, Position end, Trail trail)
      implements Outcome {
    Incomplete {
      events = List.copyOf(events);
    }

    @Override
    public Optional<Match> complete() {
      return Optional.empty();
    }
  }

  /** A step is not met yet: what has not arrived may still meet it up to the end. */
  record Waiting(Position origin, List<TouchpointView> events, Position end, Trail trail)
      implements Outcome {
    Waiting {
      events = List.copyOf(events);
    }

    @Override
    public Optional<Match> complete() {
      return Optional.empty();
    }

    /** Whether there is a time at which it would be incomplete. */
    boolean isLimited() {
      return !end.equals(NEVER);
    }
  }

  private static final Position NEVER = Position.after(Time.NEVER);

  private final World world;
  private final Pattern pattern;
  private final Settings settings;
  private final List<Seen> timeline;
  private final Fits fits;
  private final FinalSilences newer;
  private final int anchor;
  private final Object matter;
  private final BitSet taken = new BitSet();
  private final List<TouchpointView> events = new ArrayList<>();
  private Bindings bindings;
  private Position at;
  private int next;
  private long judgeAt = Time.UNPROVEN;
  private boolean byDeadline;
  private boolean waits;
  private Optional<Position> silentSince = Optional.empty();
  private final List<Long> due = new ArrayList<>();
  private int step;
  private int taking;
  private Optional<Stopped> stop = Optional.empty();

  private Attempt(World world, Pattern pattern, Fits fits, FinalSilences newer, int anchor) {
    this.world = world;
    this.pattern = pattern;
    this.settings = world.rules().settings();
    this.timeline = fits.timeline();
    this.fits = fits;
    this.newer = newer;
    this.anchor = anchor;
    this.matter = fits.matters().of(anchor);
    this.bindings = Bindings.none().capture(pattern.first().as(), timeline.get(anchor).view());
    this.at = timeline.get(anchor).position();
    go(anchor);
  }

  /**
   * Runs the pattern from what stands at index {@code anchor}, which fits the first step.
   *
   * @param newer where attempts with newer anchors are silent at last; this one's silence is added
   */
  static Outcome run(World world, Pattern pattern, Fits fits, FinalSilences newer, int anchor) {
    Attempt attempt = new Attempt(world, pattern, fits, newer, anchor);
    Bindings captured = attempt.bindings;
    Outcome unexcepted = attempt.run();
    Optional<Position> exception =
        fits.exception(anchor, captured, attempt.taken)
            .filter(place -> place.time() <= unexcepted.end().time());
    Outcome outcome =
        exception
            .<Outcome>map(
                end ->
                    new Incomplete(
                        attempt.origin(),
                        attempt.events,
                        end,
                        unexcepted.trail().stoppedBy(Stopped.EXCEPTED)))
            .orElse(unexcepted);
    attempt
        .silentSince
        .filter(since -> exception.stream().noneMatch(end -> end.time() <= since.time()))
        .ifPresent(since -> newer.add(attempt.matter, since, outcome.end()));
    return outcome;
  }

  private Outcome run() {
    if (!repeat(pattern.first(), 0)) {
      return unmet();
    }
    due.add(timed());
    for (int i = 1; i < pattern.steps().size(); i++) {
      int number = i;
      step = number;
      taking = 0;
      boolean met =
          pattern
              .steps()
              .get(i)
              .on(
                  event -> take(event, number) && repeat(event, number),
                  absence -> pass(absence, number));
      if (!met) {
        return unmet();
      }
      due.add(timed());
    }
    if (settings.settled() && !byDeadline) {
      judgeAt = Math.max(judgeAt, Times.plus(at.time(), settings.disorder()));
    }
    return new Complete(
        new Match(origin(), name(), matter, events, bindings, at.time(), byDeadline, judgeAt),
        trail());
  }

  /** When time meets the step that is met here. */
  private long timed() {
    boolean virtual = Sessions.isVirtual(events.get(events.size() - 1).touchpoint());
    return byDeadline || virtual ? at.time() : Time.UNPROVEN;
  }

  private Trail trail() {
    return new Trail(step, taking, due, stop);
  }

  private Outcome unmet() {
    return waits
        ? new Waiting(origin(), events, at, trail())
        : new Incomplete(origin(), events, at, trail());
  }

  private Position origin() {
    return timeline.get(anchor).origin();
  }

  private String name() {
    return timeline.get(anchor).name();
  }

  /** Goes to the first fit, or to where the attempt ends for want of one. */
  private boolean take(Step.Event step, int number) {
    long limit = step.isRepeated() ? Time.WITHOUT_LIMIT : step.within();
    int found = find(step, number, Times.plus(at.time(), limit), true);
    if (found < 0) {
      return await(
          limit == Time.WITHOUT_LIMIT ? NEVER : Position.after(Times.plus(at.time(), limit)));
    }
    bindings = bindings.capture(step.as(), timeline.get(found).view());
    go(found);
    return true;
  }

  /** Takes the further repetitions of a step whose first one is taken. */
  private boolean repeat(Step.Event step, int number) {
    long until = Times.plus(at.time(), step.within());
    for (int i = 1; i < step.times(); i++) {
      int found = find(step, number, until, false);
      if (found < 0) {
        return await(step.within() == Time.WITHOUT_LIMIT ? NEVER : Position.after(until));
      }
      go(found);
    }
    return true;
  }

  private boolean await(Position end) {
    at = end;
    waits = true;
    return false;
  }

  /** The index of the first fit behind here, or −1; a first one may be asked about itself. */
  private int find(Step.Event step, int number, long until, boolean first) {
    for (int i = next; i < timeline.size() && timeline.get(i).time() <= until; i++) {
      Bindings seen = first ? fits.named(step, i, bindings) : bindings;
      if (timeline.get(i).position().isAfter(at) && sees(i) && fits.test(number, i, seen)) {
        return i;
      }
    }
    return -1;
  }

  private boolean sees(int index) {
    return fits.matters().sees(matter, index);
  }

  private void go(int index) {
    Seen seen = timeline.get(index);
    events.add(seen.view());
    taken.set(index);
    taking++;
    at = seen.position();
    next = index + 1;
    byDeadline = false;
    if (seen.anniversary().isPresent()) {
      setAside(seen.position());
    } else if (Stood.isMoment(seen.view().touchpoint())) {
      setAside(world.taken(seen.view().touchpoint().id()));
    } else if (seen.isVirtual()) {
      judgeAt = Math.max(judgeAt, Times.plus(at.time(), settings.disorder()));
    }
  }

  /** The touchpoint that told a date stands there too, and so do the other days of it. */
  private void setAside(Position told) {
    for (int i = 0; i < timeline.size(); i++) {
      if (timeline.get(i).position().equals(told)) {
        taken.set(i);
      }
    }
  }

  /** What a moment took, an attempt that takes the moment took too. */
  private void setAside(Set<String> ids) {
    for (int i = 0; i < timeline.size(); i++) {
      if (ids.contains(timeline.get(i).view().touchpoint().id())) {
        taken.set(i);
      }
    }
  }

  /** Goes to the deadline, or to what breaks the silence. */
  private boolean pass(Step.Absence step, int number) {
    OptionalLong named =
        step.deadline()
            .from(
                new Deadline.Start(
                    at.time(),
                    bindings.at(world.at(at)),
                    events.get(events.size() - 1).touchpoint(),
                    timeline.get(anchor).anniversary().map(Anniversary::turn).orElse(0)),
                world.misses());
    if (named.isEmpty()) {
      stop = Optional.of(Stopped.NO_DATE);
      return false;
    }
    long deadline = named.getAsLong();
    Optional<Position> end = broken(step, number, deadline);
    boolean isReplaced = false;
    if (number == pattern.steps().size() - 1 && !step.isYearly()) {
      silentSince = Optional.of(at);
      Optional<Position> replaced = newer.replacing(matter, at, deadline);
      end = Stream.of(end, replaced).flatMap(Optional::stream).min(Comparator.naturalOrder());
      isReplaced = end.isPresent() && end.equals(replaced);
    }
    if (end.isPresent()) {
      stop = Optional.of(isReplaced ? Stopped.REPLACED : Stopped.BROKEN);
      at = end.get();
      return false;
    }
    byDeadline = true;
    judgeAt = Math.max(judgeAt, Times.plus(deadline, settings.disorder()));
    at = Position.after(deadline);
    return true;
  }

  /**
   * Where a silence is broken that begins here. Clocks of whole seconds are common: whatever
   * happens at the instant in which it begins breaks it, but for what the attempt itself has taken.
   */
  private Optional<Position> broken(Step.Absence step, int number, long deadline) {
    int first = next;
    while (first > 0 && timeline.get(first - 1).time() >= at.time()) {
      first--;
    }
    for (int i = first; i < timeline.size() && timeline.get(i).time() <= deadline; i++) {
      Position place = timeline.get(i).position();
      boolean within = step.isOfLaterPlaces() ? place.isAfter(at) : place.time() >= at.time();
      boolean isDue =
          place.time() == deadline
              && step.isConfirmedBy(timeline.get(i).view().touchpoint(), deadline);
      if (within && !isDue && !taken.get(i) && sees(i) && fits.test(number, i, bindings)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }
}
