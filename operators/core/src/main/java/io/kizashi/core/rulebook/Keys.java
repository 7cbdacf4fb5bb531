package io.kizashi.core.rulebook;

import java.util.Set;
import java.util.TreeSet;

/**
 * The keys of one kind of mapping: the whole language is known, and what this release does not run
 * is told apart from what is mistyped.
 *
 * @param place what an author calls the mapping
 * @param built keys that are run
 * @param notYet keys of the language that are refused for now
 */
record Keys(String place, Set<String> built, Set<String> notYet) {
  static final Keys RULEBOOK =
      new Keys(
          "a rulebook",
          Set.of(
              "rulebook",
              "timezone",
              "disorder",
              "decide",
              "session-gap",
              "history",
              "calendar",
              "journey",
              "segments",
              "signals",
              "moments",
              "actions"),
          Set.of("include", "policies", "tests"));
  static final Keys HISTORY = new Keys("history", Set.of("touchpoints", "for"), Set.of());
  static final Keys CALENDAR = new Keys("calendar", Set.of("business", "holidays"), Set.of());
  static final Keys STAGE = new Keys("a stage", Set.of("stage", "when"), Set.of());
  static final Keys SIGNAL =
      new Keys(
          "a signal",
          Set.of(
              "count",
              "sum",
              "mean",
              "min",
              "max",
              "distinct",
              "latest",
              "since",
              "decay",
              "top",
              "open",
              "close",
              "by",
              "where",
              "within",
              "half-life"),
          Set.of());
  static final Keys MOMENT =
      new Keys(
          "a moment",
          Set.of(
              "label",
              "kind",
              "stage",
              "pattern",
              "restart",
              "unless",
              "when",
              "severity",
              "once-per",
              "open-for"),
          Set.of("scope", "to", "shadow", "rollout"));
  static final Keys UNLESS = new Keys("unless", Set.of("event", "where"), Set.of());
  static final Keys EVENT =
      new Keys("an event step", Set.of("event", "where", "as", "within", "times"), Set.of());
  static final Keys ABSENCE =
      new Keys("an absence step", Set.of("absence", "where", "for", "until", "grace"), Set.of());
  static final Keys EMOTION =
      new Keys("an emotion step", Set.of("emotion", "as", "within"), Set.of());
  static final Keys BOUND = new Keys("an emotion", Set.of("below", "above"), Set.of());
  static final Keys DATE = new Keys("a date step", Set.of("date", "before"), Set.of());
  static final Keys STEP =
      new Keys("a step", Set.of("event", "absence", "date", "emotion"), Set.of());
  static final Keys ACTION =
      new Keys(
          "an action",
          Set.of("kind", "answers", "channels", "expires", "content"),
          Set.of(
              "to",
              "when",
              "value",
              "cost",
              "propensity",
              "goal",
              "weight",
              "after",
              "uses",
              "knowledge",
              "briefing",
              "shadow",
              "rollout"));

  Set<String> all() {
    Set<String> all = new TreeSet<>(built);
    all.addAll(notYet);
    return all;
  }
}
