package io.kizashi.core.rules;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Interest;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.Reads;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One step of a pattern. */
public sealed interface Step {
  /** The event type that stands for every type. */
  String ANY = "any";

  /** Which touchpoints it looks for. */
  Fit fit();

  /** The date that comes every year which it waits for, if it does. */
  default Stream<Deadline.Before> yearly() {
    return on(event -> Stream.empty(), absence -> Stream.of(absence.deadline()))
        .filter(Deadline.Before.class::isInstance)
        .map(Deadline.Before.class::cast)
        .filter(Deadline.Before::isYearly);
  }

  /** All that its expressions read. */
  Reads reads();

  /** Whether time alone can meet it. */
  boolean awaitsSilence();

  /** An answer that is another one for each case. */
  <T> T on(Function<Event, T> event, Function<Absence, T> absence);

  /**
   * A touchpoint must follow, or several.
   *
   * @param as the name that later expressions, and its own further repetitions, call the first by;
   *     or empty
   * @param within milliseconds since the previous step, or of several from the first to the last;
   *     {@link Time#WITHOUT_LIMIT} for no limit
   * @param times how many must follow
   */
  record Event(Fit fit, String as, long within, int times) implements Step {
    /** Whether several must follow. */
    public boolean isRepeated() {
      return times > 1;
    }

    @Override
    public Reads reads() {
      return fit.where().reads();
    }

    @Override
    public boolean awaitsSilence() {
      return fit.looksForSessions() || fit.moment().isPresent();
    }

    @Override
    public <T> T on(Function<Event, T> event, Function<Absence, T> absence) {
      return event.apply(this);
    }
  }

  /**
   * No touchpoint may lie between the step before and a deadline, the first and the last instant
   * included.
   */
  record Absence(Fit fit, Deadline deadline) implements Step {
    /** Whether it looks behind its place only: of dates that are stated at once the last counts. */
    public boolean isOfLaterPlaces() {
      return deadline instanceof Deadline.Before;
    }

    /** Whether others may wait for it at the same time: of a date each year has its own. */
    public boolean isYearly() {
      return deadline instanceof Deadline.Before date && date.isYearly();
    }

    /**
     * Whether a touchpoint leaves a silence as it was that is over, or is over in its instant: what
     * it says of the date is what was known.
     *
     * @param due when the silence was over, milliseconds
     */
    public boolean isConfirmedBy(Touchpoint touchpoint, long due) {
      return deadline instanceof Deadline.Before date && date.isDue(touchpoint, due);
    }

    @Override
    public Reads reads() {
      return fit.where().reads().and(deadline.reads());
    }

    @Override
    public boolean awaitsSilence() {
      return true;
    }

    @Override
    public <T> T on(Function<Event, T> event, Function<Absence, T> absence) {
      return absence.apply(this);
    }
  }

  /**
   * Which touchpoints a step looks for.
   *
   * @param type a touchpoint type, {@link #ANY}, or that of moments, {@link Stood#type}
   * @param where a further condition
   * @param interest the touchpoints that can make a difference to it
   */
  record Fit(String type, Condition where, Interest interest) {
    /** Whether a touchpoint fits, given what was captured before it and is known there. */
    public boolean test(TouchpointView touchpoint, Bindings captured, Misses misses) {
      return where.test(captured.event(touchpoint), misses);
    }

    /** Whether a touchpoint fits, or would for some captures and some state of what is known. */
    public boolean mayFit(TouchpointView view, Misses misses) {
      Touchpoint touchpoint = view.touchpoint();
      boolean virtual = Sessions.isVirtual(touchpoint);
      if (looksForSessions() && !virtual) {
        return Sessions.isOwn(touchpoint); // which moves the session's end
      }
      boolean named = type.equals(touchpoint.type()) || (type.equals(ANY) && !virtual);
      return named
          && (!where.reads().isOnlyEvent() || where.test(Bindings.none().event(view), misses));
    }

    /** The rule whose moments it looks for; empty where it looks for touchpoints. */
    public Optional<String> moment() {
      return Stood.rule(type);
    }

    /** Whether it looks for the ends of sessions, which no touchpoint is but the engine finds. */
    public boolean looksForSessions() {
      return type.equals(Sessions.ENDED);
    }
  }
}
