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
          Set.of("rulebook", "disorder", "decide", "history", "moments", "actions"),
          Set.of(
              "timezone",
              "session-gap",
              "calendar",
              "include",
              "journey",
              "segments",
              "signals",
              "policies",
              "tests"));
  static final Keys HISTORY = new Keys("history", Set.of("touchpoints", "for"), Set.of());
  static final Keys MOMENT =
      new Keys(
          "a moment",
          Set.of("kind", "stage", "pattern", "restart", "unless", "open-for"),
          Set.of("label", "severity", "once-per", "when", "scope", "to", "shadow", "rollout"));
  static final Keys UNLESS = new Keys("unless", Set.of("event", "where"), Set.of());
  static final Keys EVENT =
      new Keys("an event step", Set.of("event", "where", "as", "within"), Set.of("times"));
  static final Keys ABSENCE =
      new Keys("an absence step", Set.of("absence", "where", "for"), Set.of("until", "grace"));
  static final Keys STEP =
      new Keys("a step", Set.of("event", "absence"), Set.of("date", "emotion"));
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
