package io.kizashi.core;

import io.kizashi.schema.Position;
import io.kizashi.schema.Sha256;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  /**
   * A rule.
   *
   * @param unless what must not come after the anchor, up to the end
   * @param openFor seconds that a moment waits for an answer
   */
  record Rule(String name, List<Step> steps, boolean first, Optional<Step> unless, int openFor) {
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

  /** A moment with what the decision on it needs. */
  record Detected(Rule rule, Run run) {
    String text() {
      return rule.name()
          + "@"
          + (run.end().time() - Story.START) / 1_000.0
          + ":"
          + run.events().stream().map(Touchpoint::id).collect(Collectors.joining(","));
    }

    String id() {
      Touchpoint anchor = run.events().get(0);
      return Sha256.id("random", rule.name(), anchor.cameUnder().text(), anchor.id());
    }

    /** Its end tells the causes apart and orders them: a deadline lies after all touchpoints. */
    Position cause() {
      return run.end();
    }
  }

  /**
   * What is decided when everything is judged in order: one action for each cause, the first by
   * name among those that answer open moments, for the newest of these. Written as {@code cause
   * moment}. Every rule has one action, of its own name behind {@code do_}.
   */
  static List<String> decisions(
      List<Rule> rules, Collection<Touchpoint> arrived, long disorder, boolean settled) {
    TreeMap<Position, List<Detected>> byCause = new TreeMap<>();
    for (Rule rule : rules) {
      for (Detected detected : detected(rule, arrived, Long.MAX_VALUE, disorder, settled)) {
        byCause.computeIfAbsent(detected.cause(), cause -> new ArrayList<>()).add(detected);
      }
    }
    List<Detected> open = new ArrayList<>();
    List<String> decisions = new ArrayList<>();
    byCause.forEach(
        (cause, moments) -> {
          open.addAll(moments);
          open.removeIf(d -> d.run().end().time() + d.rule().openFor() * 1_000L <= cause.time());
          Detected chosen =
              open.stream()
                  .min(
                      Comparator.comparing((Detected d) -> d.rule().name())
                          .thenComparing(d -> -d.run().end().time())
                          .thenComparing(Detected::id))
                  .orElseThrow();
          open.remove(chosen);
          decisions.add((cause.time() - Story.START) / 1_000.0 + " " + chosen.id());
        });
    return decisions;
  }

  /** The standing moments, as {@link Story#show} writes them, once time is proven up to a point. */
  static List<String> standing(
      Rule rule, Collection<Touchpoint> arrived, long proven, long disorder, boolean settled) {
    return detected(rule, arrived, proven, disorder, settled).stream()
        .map(Detected::text)
        .sorted()
        .toList();
  }

  private static List<Detected> detected(
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
      Run run = exempt(rule, history, run(rule, history, anchor, disorder, settled));
      blockedUntil = run.end();
      if (run.complete()) {
        // Completing on the same touchpoint, the newer replaces the older.
        complete.put(rule.first() ? anchor.position() : run.last(), run);
      }
    }
    return complete.values().stream()
        .filter(run -> run.certainAt() <= proven)
        .map(run -> new Detected(rule, run))
        .toList();
  }

  /** What the rule excepts ends an attempt where it lies. */
  private static Run exempt(Rule rule, List<Touchpoint> history, Run run) {
    Touchpoint anchor = run.events().get(0);
    return history.stream()
        .filter(t -> t.position().isAfter(anchor.position()))
        .filter(t -> !t.position().isAfter(run.end()))
        .filter(t -> rule.unless().filter(u -> u.fits(t, Optional.of(anchor))).isPresent())
        .findFirst()
        .map(t -> new Run(false, run.events(), t.position(), 0))
        .orElse(run);
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
