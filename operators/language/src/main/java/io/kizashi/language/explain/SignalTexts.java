package io.kizashi.language.explain;

import io.kizashi.core.signal.Signal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A signal as its author wrote it.
 *
 * @param name its name
 * @param texts what stands under its keys
 */
record SignalTexts(String name, Map<String, String> texts) {
  /** Every kind, by the key that says it. */
  static final List<String> KINDS =
      List.of(
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
          "open");

  /** The kinds that say which touchpoints count, and no value. */
  private static final Set<String> CONDITIONS = Set.of("count", "since", "interval", "open");

  /** A decay of one number for each touchpoint has words of its own. */
  static final String COUNTING = "decay_of_number";

  static SignalTexts of(Signal signal) {
    return new SignalTexts(signal.name(), signal.written());
  }

  String kind() {
    return KINDS.stream().filter(texts::containsKey).findFirst().orElse("");
  }

  /** The value that each touchpoint adds. */
  Term value() {
    return isCondition() ? new Term.Figure("1") : Reading.term(text(kind()));
  }

  /** The touchpoints that count. */
  Noun noun() {
    return Noun.of(List.of(), where().map(Reading::claim));
  }

  private Optional<String> where() {
    return isCondition() ? Optional.of(text(kind())) : Optional.ofNullable(texts.get("where"));
  }

  private boolean isCondition() {
    return CONDITIONS.contains(kind());
  }

  /** How many of the newest touchpoints count, where only those do. */
  String last() {
    return texts.getOrDefault("last", "5");
  }

  /** The touchpoints that close what others opened. */
  Optional<Noun> closing() {
    return Optional.ofNullable(texts.get("close"))
        .map(close -> Noun.of(List.of(), Optional.of(Reading.claim(close))));
  }

  /** What tells matters apart. */
  Optional<Term> by() {
    return Optional.ofNullable(texts.get("by")).map(Reading::term);
  }

  /** Milliseconds of its window or half-life. */
  long span() {
    String written = texts.getOrDefault("within", texts.getOrDefault("half-life", ""));
    return Spans.millis(written).orElse(0L);
  }

  /** Whether it looks at a window, and not at a half-life. */
  boolean spansWindow() {
    return texts.containsKey("within");
  }

  private String text(String key) {
    return texts.getOrDefault(key, "");
  }
}
