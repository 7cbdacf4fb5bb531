package io.kizashi.language.read;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Value;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.core.rules.Sessions;
import io.kizashi.core.signal.Signal;
import io.kizashi.core.signal.Signals;
import io.kizashi.core.signal.Signals.Aggregate;
import io.kizashi.language.expression.ExpressionCompiler;
import io.kizashi.language.expression.Scope;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Sha256;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads signals. */
final class SignalReader {
  private static final long SECOND = 1_000L;
  private static final long DAY = 86_400_000L;
  private static final Map<String, Aggregate> WINDOWED =
      Map.of(
          "count", Aggregate.COUNT,
          "sum", Aggregate.SUM,
          "mean", Aggregate.MEAN,
          "min", Aggregate.MIN,
          "max", Aggregate.MAX,
          "distinct", Aggregate.DISTINCT);

  /** By kind: the keys that it goes with. */
  private static final Map<String, Set<String>> COMPANIONS =
      Map.ofEntries(
          Map.entry("count", Set.of("within")),
          Map.entry("sum", Set.of("where", "within")),
          Map.entry("mean", Set.of("where", "within")),
          Map.entry("min", Set.of("where", "within")),
          Map.entry("max", Set.of("where", "within")),
          Map.entry("distinct", Set.of("where", "within")),
          Map.entry("latest", Set.of("where")),
          Map.entry("since", Set.of()),
          Map.entry("interval", Set.of("last", "within")),
          Map.entry("decay", Set.of("where", "half-life")),
          Map.entry("top", Set.of("where", "half-life")),
          Map.entry("open", Set.of("close", "by")));

  private final ExpressionCompiler expressions;
  private final String journey;
  private final Problems problems;

  SignalReader(ExpressionCompiler expressions, String journey, Problems problems) {
    this.expressions = expressions;
    this.journey = journey;
    this.problems = problems;
  }

  Optional<Signal> signal(String name, YamlNode node) {
    return Fields.of(node, Keys.SIGNAL, problems)
        .flatMap(
            fields ->
                kind(fields)
                    .flatMap(kind -> signal(new Head(name, fields, journey), kind, fields)));
  }

  /** Name and fingerprint of a signal that is being read. */
  private record Head(String name, Fields fields, String journey) {
    Signals.Head get() {
      TreeMap<String, String> texts = new TreeMap<>();
      fields
          .named()
          .forEach((key, value) -> texts.put(key, value instanceof Scalar s ? s.text() : ""));
      return new Signals.Head(name, Sha256.id(texts.toString(), journey), texts);
    }
  }

  /** The one key that says what the signal is. */
  private Optional<String> kind(Fields fields) {
    Set<String> kinds = new TreeSet<>(fields.named().keySet());
    kinds.retainAll(COMPANIONS.keySet());
    if (kinds.size() != 1) {
      problems.error(
          fields.at(),
          "signal",
          kinds.isEmpty()
              ? "this does not say what the signal is"
              : "this is several signals at once: " + String.join(", ", kinds),
          kinds.isEmpty()
              ? "say one of " + String.join(", ", new TreeSet<>(COMPANIONS.keySet()))
              : "keep one of them, and name another signal for each other one");
      return Optional.empty();
    }
    String kind = kinds.iterator().next();
    Set<String> strangers = new TreeSet<>(fields.named().keySet());
    strangers.retainAll(Keys.SIGNAL.built());
    Set<String> companions = new TreeSet<>(COMPANIONS.getOrDefault(kind, Set.of()));
    strangers.removeAll(companions);
    strangers.remove(kind);
    strangers.forEach(
        key ->
            problems.error(
                fields.keyAt(key),
                "unknown_key",
                "'" + key + "' means nothing beside " + kind,
                companions.isEmpty()
                    ? "nothing else stands beside " + kind
                    : "beside " + kind + " may stand: " + String.join(", ", companions)));
    return Optional.of(kind);
  }

  private Optional<Signal> signal(Head head, String kind, Fields fields) {
    Aggregate windowed = WINDOWED.get(kind);
    if (windowed != null) {
      return window(head, kind, windowed, fields);
    }
    return switch (kind) {
      case "latest" ->
          value(fields, kind, ValueKind.SCALAR)
              .flatMap(v -> where(fields).map(w -> Signals.latest(head.get(), v, w)));
      case "since" -> condition(fields, kind).map(c -> Signals.since(head.get(), c));
      case "interval" ->
          condition(fields, kind).map(c -> IntervalReader.interval(head.get(), c, fields));
      case "decay" ->
          value(fields, kind, ValueKind.NUMBER)
              .flatMap(
                  v -> where(fields).map(w -> Signals.decay(head.get(), v, w, halfLife(fields))));
      case "top" ->
          value(fields, kind, ValueKind.TEXT)
              .flatMap(
                  v -> where(fields).map(w -> Signals.top(head.get(), v, w, halfLife(fields))));
      default -> open(head, fields);
    };
  }

  private Optional<Signal> window(Head head, String kind, Aggregate aggregate, Fields fields) {
    fields.required("within", "within: 30d");
    long within = fields.duration("within", SECOND, Bounds.SIGNAL_DAYS * DAY).orElse(SECOND);
    if (aggregate.equals(Aggregate.COUNT)) {
      return condition(fields, kind)
          .map(c -> Signals.window(head.get(), aggregate, Optional.empty(), c, within));
    }
    ValueKind of = aggregate.equals(Aggregate.DISTINCT) ? ValueKind.SCALAR : ValueKind.NUMBER;
    return value(fields, kind, of)
        .flatMap(
            v ->
                where(fields)
                    .map(w -> Signals.window(head.get(), aggregate, Optional.of(v), w, within)));
  }

  private Optional<Signal> open(Head head, Fields fields) {
    fields.required("close", "close: 'event.type == \"complaint_closed\"'");
    Optional<Condition> open = condition(fields, "open");
    Optional<Condition> close = condition(fields, "close");
    Optional<Value> by = value(fields, "by", ValueKind.TEXT);
    boolean read = by.isPresent() || fields.get("by").isEmpty();
    return open.flatMap(o -> close.filter(c -> read).map(c -> Signals.open(head.get(), o, c, by)));
  }

  private long halfLife(Fields fields) {
    fields.required("half-life", "half-life: 10m");
    return fields.duration("half-life", SECOND, Bounds.HISTORY_DAYS * DAY).orElse(SECOND);
  }

  private Optional<Condition> where(Fields fields) {
    return fields.get("where").isEmpty()
        ? Optional.of(Condition.ALWAYS)
        : condition(fields, "where");
  }

  private Optional<Condition> condition(Fields fields, String key) {
    Optional<Scalar> text = fields.scalar(key);
    Optional<Condition> condition =
        text.flatMap(t -> expressions.condition(t, Scope.EVENT, problems));
    boolean virtual = condition.filter(c -> c.text().contains(Sessions.ENDED)).isPresent();
    if (virtual) {
      problems.error(
          text.map(Scalar::at).orElse(fields.at()),
          "virtual",
          "signals see touchpoints, and " + Sessions.ENDED + " is none: it follows from silence",
          "use it as a step of a pattern, or read session.touchpoints");
    }
    return condition;
  }

  private Optional<Value> value(Fields fields, String key, ValueKind kind) {
    return fields.scalar(key).flatMap(t -> expressions.value(t, Scope.EVENT, kind, problems));
  }
}
