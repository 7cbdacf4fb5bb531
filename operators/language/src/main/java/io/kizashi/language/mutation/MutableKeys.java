package io.kizashi.language.mutation;

import java.util.Set;

/** Which keys of a rulebook are changed, and how. */
final class MutableKeys {
  /** What decisions hang on. */
  static final Set<String> SECTIONS =
      Set.of(
          "disorder",
          "session-gap",
          "emotion",
          "journey",
          "signals",
          "segments",
          "moments",
          "actions",
          "policies");

  /** What no decision hangs on, or what is words. */
  static final Set<String> SPARED =
      Set.of("label", "severity", "stage", "content", "address", "active", "rollout", "as");

  /** What is read as an expression. */
  static final Set<String> EXPRESSIONS =
      Set.of(
          "where",
          "when",
          "until",
          "by",
          "value",
          "count",
          "sum",
          "mean",
          "min",
          "max",
          "distinct",
          "latest",
          "since",
          "interval",
          "decay",
          "top",
          "open",
          "close",
          "segments");

  /** Entries that a rulebook may do without. */
  static final Set<String> OPTIONAL =
      Set.of(
          "where",
          "when",
          "unless",
          "within",
          "last",
          "once-per",
          "open-for",
          "by",
          "restart",
          "times",
          "grace",
          "feels",
          "after",
          "hours",
          "active",
          "context",
          "value",
          "cost",
          "propensity",
          "weight",
          "linger",
          "same",
          "channel",
          "kinds",
          "action",
          "tiers",
          "guards",
          "caps",
          "quiet-hours",
          "exclude",
          "test-recipients",
          "consent");

  /** Lists whose items stand for themselves. */
  static final Set<String> LISTS =
      Set.of(
          "pattern",
          "guards",
          "caps",
          "context",
          "answers",
          "channels",
          "suppress",
          "kinds",
          "exclude",
          "ad",
          "journey");

  private MutableKeys() {}
}
