package io.kizashi.core;

import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the rule language means, written down as plainly as can be, for anyone to check. It shares
 * nothing with the engine but the touchpoints themselves.
 */
final class NaiveModel {
  private NaiveModel() {}

  /**
   * A step: an event, or the absence of one.
   *
   * @param least the touchpoint's property {@code v} must be at least this; 0 for any touchpoint
   * @param sameAsFirst its property {@code w} must equal that of the first step's touchpoint
   * @param span seconds: of the absence, or within which the event must come; 0 for no limit
   */
  record Step(boolean absence, String type, double least, boolean sameAsFirst, int span) {
    boolean fits(Touchpoint t, Optional<Touchpoint> first) {
      boolean enough = least == 0 || (t.properties().get("v") instanceof Double v && v >= least);
      boolean same =
          !sameAsFirst
              || (t.properties().containsKey("w")
                  && t.properties().get("w").equals(first.orElseThrow().properties().get("w")));
      return (type.equals("any") || type.equals(t.type())) && enough && same;
    }
  }

  record Rule(String name, List<Step> steps, boolean first) {
    boolean starts(Touchpoint t) {
      return steps.get(0).fits(t, Optional.empty());
    }
  }

  /** An attempt: whether it is complete, and where and when it ends. */
  record Run(boolean complete, List<Touchpoint> events, Position end, long certainAt) {
    Position last() {
      return events.get(events.size() - 1).position();
    }
  }

  /** The standing moments, as {@link Story#show} writes them, once time is proven up to a point. */
  static List<String> standing(
      Rule rule, Collection<Touchpoint> arrived, long proven, long disorder, boolean settled) {
    List<Touchpoint> history =
        arrived.stream()
            .sorted((a, b) -> a.position().compareTo(b.position()))
            .collect(Collectors.toList());
    Map<Position, Run> complete = new LinkedHashMap<>();
    Position blockedUntil = Position.FIRST;
    for (Touchpoint anchor : history) {
      if (!rule.starts(anchor) || (rule.first() && !anchor.position().isAfter(blockedUntil))) {
        continue;
      }
      Run run = run(rule, history, anchor, disorder, settled);
      blockedUntil = run.end();
      if (run.complete()) {
        // Completing on the same touchpoint, the newer replaces the older.
        complete.put(rule.first() ? anchor.position() : run.last(), run);
      }
    }
    return complete.values().stream()
        .filter(run -> run.certainAt() <= proven)
        .map(
            run ->
                rule.name()
                    + "@"
                    + (run.end().time() - Story.START) / 1_000.0
                    + ":"
                    + run.events().stream().map(Touchpoint::id).collect(Collectors.joining(",")))
        .sorted()
        .toList();
  }

  private static Run run(
      Rule rule, List<Touchpoint> history, Touchpoint anchor, long disorder, boolean settled) {
    List<Touchpoint> events = new ArrayList<>(List.of(anchor));
    Position at = anchor.position();
    long certain = Long.MIN_VALUE;
    boolean byTouchpoint = true;
    for (int i = 1; i < rule.steps().size(); i++) {
      Step step = rule.steps().get(i);
      long until = step.span() == 0 ? Long.MAX_VALUE : at.time() + step.span() * 1_000L;
      Position from = at;
      if (step.absence()) {
        boolean last = i == rule.steps().size() - 1;
        Optional<Touchpoint> broken =
            history.stream()
                .filter(t -> t.time() > from.time() && t.time() <= until)
                .filter(
                    t ->
                        step.fits(t, Optional.of(anchor))
                            || (last && !rule.first() && rule.starts(t)))
                .findFirst();
        if (broken.isPresent()) {
          return new Run(false, events, broken.get().position(), 0);
        }
        at = Position.after(until);
        certain = until + disorder;
        byTouchpoint = false;
      } else {
        Optional<Touchpoint> fit =
            history.stream()
                .filter(t -> t.position().isAfter(from) && t.time() <= until)
                .filter(t -> step.fits(t, Optional.of(anchor)))
                .findFirst();
        if (fit.isEmpty()) {
          return new Run(false, events, Position.after(until), 0);
        }
        events.add(fit.get());
        at = fit.get().position();
        byTouchpoint = true;
      }
    }
    if (settled && byTouchpoint) {
      certain = Math.max(certain, at.time() + disorder);
    }
    return new Run(true, events, at, certain);
  }
}
