package io.kizashi.language.read;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
              "emotion",
              "journey",
              "segments",
              "lists",
              "signals",
              "moments",
              "actions",
              "include",
              "policies",
              "owners",
              "events",
              "tests"),
          Set.of());
  static final Keys INCLUDED =
      new Keys(
          "an included file",
          Set.of(
              "signals", "segments", "moments", "actions", "policies", "owners", "events", "tests"),
          Set.of());
  static final Keys PLANNED =
      new Keys("a type of the tracking plan", Set.of("needed", "optional"), Set.of());
  static final Keys OWNERS =
      new Keys(
          "owners",
          Set.of("agent", "supervisor", "rep", "page_owner", "store", "away", "fallback"),
          Set.of());
  static final Keys OWNER = new Keys("an owner", Set.of("by", "is", "file"), Set.of());
  static final Keys AWAY = new Keys("an absence", Set.of("who", "from", "to", "deputy"), Set.of());
  static final Keys LIST = new Keys("a list", Set.of("file", "column"), Set.of());
  static final Keys POLICIES =
      new Keys(
          "policies",
          Set.of(
              "tiers",
              "guards",
              "caps",
              "quiet-hours",
              "exclude",
              "test-recipients",
              "consent",
              "address"),
          Set.of("budgets", "holdout", "exploration"));
  static final Keys GUARD =
      new Keys("a guard", Set.of("suppress", "when", "linger", "after", "for", "then"), Set.of());
  static final Keys AFTER = new Keys("after", Set.of("outcome", "same", "moment"), Set.of());
  static final Keys CAP =
      new Keys("a cap", Set.of("limit", "per", "to", "channel", "action", "kinds"), Set.of());
  static final Keys BUDGET =
      new Keys("a budget", Set.of("channel", "limit", "per", "keep"), Set.of());
  static final Keys KEEP = new Keys("keep", Set.of("share", "for"), Set.of());
  static final Keys QUIET_HOURS =
      new Keys("quiet-hours", Set.of("from", "to", "days", "channels", "then"), Set.of());
  static final Keys CONSENT = new Keys("consent", Set.of("ad"), Set.of("analysis"));
  static final Keys HOLDOUT = new Keys("holdout", Set.of("share", "kinds"), Set.of());
  static final Keys EXPLORATION = new Keys("exploration", Set.of("kinds"), Set.of());
  static final Keys ADDRESS =
      new Keys("an address", Set.of("name", "honorific", "fallback"), Set.of());
  static final Keys TEST = new Keys("a test", Set.of("name", "given", "until", "expect"), Set.of());
  static final Keys GIVEN =
      new Keys(
          "a touchpoint of a test",
          Set.of(
              "at",
              "id",
              "type",
              "customer",
              "anonymous",
              "actor",
              "channel",
              "session",
              "contact",
              "case",
              "account",
              "place",
              "region",
              "stage",
              "values",
              "emotion",
              "text",
              "properties"),
          Set.of());
  static final Keys EXPECTATION =
      new Keys(
          "what is expected",
          Set.of("moment", "action", "at", "channel", "send", "words", "assignee"),
          Set.of());
  static final Keys HISTORY = new Keys("history", Set.of("touchpoints", "for"), Set.of());
  static final Keys CALENDAR = new Keys("calendar", Set.of("business", "holidays"), Set.of());
  static final Keys FADING = new Keys("emotion", Set.of("half-life"), Set.of());
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
              "interval",
              "last",
              "decay",
              "top",
              "open",
              "close",
              "by",
              "where",
              "within",
              "half-life"),
          Set.of());
  static final Keys FEELS =
      new Keys("feels", Set.of("valence", "arousal", "label", "confidence"), Set.of());
  static final Keys MOMENT =
      new Keys(
          "a moment",
          Set.of(
              "label",
              "kind",
              "stage",
              "owner",
              "pattern",
              "by",
              "restart",
              "unless",
              "when",
              "severity",
              "feels",
              "once-per",
              "open-for",
              "shadow",
              "rollout"),
          Set.of("scope", "to"));
  static final Keys UNLESS = new Keys("unless", Set.of("event", "where"), Set.of());
  static final Keys EVENT =
      new Keys("an event step", Set.of("event", "where", "as", "within", "times"), Set.of());
  static final Keys ABSENCE =
      new Keys("an absence step", Set.of("absence", "where", "for", "until", "grace"), Set.of());
  static final Keys EMOTION =
      new Keys("an emotion step", Set.of("emotion", "as", "within"), Set.of());
  static final Keys BOUND = new Keys("an emotion", Set.of("below", "above"), Set.of());
  static final Keys FOLLOWED =
      new Keys("a moment step", Set.of("moment", "as", "within"), Set.of());
  static final Keys DATE = new Keys("a date step", Set.of("date", "before", "every"), Set.of());
  static final Keys STEP =
      new Keys("a step", Set.of("event", "absence", "date", "emotion", "moment"), Set.of());
  static final Keys ACTION =
      new Keys(
          "an action",
          Set.of(
              "kind",
              "to",
              "purpose",
              "answers",
              "when",
              "channels",
              "value",
              "cost",
              "propensity",
              "weight",
              "context",
              "active",
              "after",
              "hours",
              "expires",
              "briefing",
              "campaign",
              "content",
              "shadow",
              "rollout"),
          Set.of("goal", "uses", "knowledge"));
  static final Keys ACTIVE = new Keys("active", Set.of("from", "to"), Set.of());
  static final Keys PROPENSITY = new Keys("propensity", Set.of("prior"), Set.of("strength"));
  static final Keys FITTING = new Keys("a circumstance", Set.of("when", "times"), Set.of());

  /** All that may stand in a step of any kind. */
  static Keys ofAnyStep() {
    return new Keys(
        STEP.place(),
        Stream.of(EVENT, ABSENCE, EMOTION, FOLLOWED, DATE)
            .flatMap(step -> step.built().stream())
            .collect(Collectors.toUnmodifiableSet()),
        Set.of());
  }

  Set<String> all() {
    Set<String> all = new TreeSet<>(built);
    all.addAll(notYet);
    return all;
  }
}
