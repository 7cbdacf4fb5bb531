package io.kizashi.language.read;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.core.recipient.CustomerList;
import io.kizashi.core.rules.Journey;
import io.kizashi.core.rules.Rules.Vocabulary;
import io.kizashi.core.signal.HalfLives;
import io.kizashi.core.signal.Mood;
import io.kizashi.core.signal.Signal;
import io.kizashi.language.expression.ExpressionCompiler;
import io.kizashi.language.expression.ExpressionMemory;
import io.kizashi.language.expression.ExpressionMemory.Speakable;
import io.kizashi.language.expression.Places;
import io.kizashi.language.expression.Scope;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what expressions may speak of: stages of the journey, signals, segments. */
final class VocabularyReader {
  /** Signals of one rulebook: each costs every customer some bytes. */
  private static final int MOST_SIGNALS = 256;

  private static final int MOST_SEGMENTS = 256;

  /** Fields of the emotion that staff are told of, beside those that are always there. */
  private static final Set<String> BRIEFED = Set.of("trend", "label");

  private final Fields top;
  private final Map<String, CustomerList> lists;
  private final Places places;
  private final ExpressionMemory memory;
  private final Problems problems;

  VocabularyReader(
      Fields top,
      Map<String, CustomerList> lists,
      Places places,
      ExpressionMemory memory,
      Problems problems) {
    this.top = top;
    this.lists = lists;
    this.places = places;
    this.memory = memory;
    this.problems = problems;
  }

  Vocabulary vocabulary(HalfLives lives) {
    ExpressionCompiler ofEvents = new ExpressionCompiler(Speakable.NOTHING, places, memory);
    Journey journey = journey(ofEvents);
    Map<String, Signal> signals = signals(ofEvents, journey);
    Map<String, Condition> segments =
        segments(new ExpressionCompiler(speakable(signals, Set.of()), places, memory));
    Set<String> told = isBriefed() ? BRIEFED : Set.of();
    Map<String, Signal> emotion =
        new Mood(lives)
            .signals(
                field ->
                    told.contains(field)
                        || top.named().values().stream().anyMatch(node -> speaksOf(node, field)));
    return new Vocabulary(journey, signals, emotion, segments, lists);
  }

  /** Whether some action may ask that staff are told how the customer feels. */
  private boolean isBriefed() {
    return top.get("actions").stream()
        .filter(Mapping.class::isInstance)
        .flatMap(actions -> ((Mapping) actions).entries().values().stream())
        .anyMatch(it -> it.value() instanceof Mapping action && action.get("briefing").isPresent());
  }

  /** Whether an expression in it may read a field of the emotion. */
  private static boolean speaksOf(YamlNode node, String field) {
    if (node instanceof Scalar scalar) {
      return scalar.text().contains("emotion") && scalar.text().contains(field);
    }
    return node instanceof Sequence list
        ? list.items().stream().anyMatch(item -> speaksOf(item, field))
        : ((Mapping) node)
            .entries().values().stream().anyMatch(entry -> speaksOf(entry.value(), field));
  }

  /** The compiler for expressions that may speak of all of it. */
  ExpressionCompiler expressions(Vocabulary vocabulary) {
    return new ExpressionCompiler(
        speakable(vocabulary.signals(), top.written("segments")), places, memory);
  }

  private Speakable speakable(Map<String, Signal> signals, Set<String> segments) {
    return new Speakable(kinds(signals), segments, top.written("lists"));
  }

  /** One that could not be read may be of any kind: what is wrong with it has been said. */
  private Map<String, ValueKind> kinds(Map<String, Signal> signals) {
    Map<String, ValueKind> kinds = new LinkedHashMap<>();
    top.written("signals").forEach(name -> kinds.put(name, ValueKind.SCALAR));
    signals.forEach((name, signal) -> kinds.put(name, signal.kind()));
    return kinds;
  }

  private Journey journey(ExpressionCompiler expressions) {
    List<Journey.Entry> entries = new ArrayList<>();
    Set<String> conditions = new HashSet<>();
    for (Fields fields :
        top.mappings("journey", Keys.STAGE, "journey: [ { stage: consider, when: '…' } ]")) {
      fields.required("stage", "stage: consider");
      fields.required("when", "when: 'event.type == \"page_viewed\"'");
      Optional<Scalar> when = fields.scalar("when");
      if (when.isPresent() && !conditions.add(when.get().text())) {
        problems.error(
            when.get().at(),
            "unreachable",
            "an earlier stage has this very condition, so this one is never reached",
            "leave one of the two out");
      }
      fields
          .scalar("stage")
          .ifPresent(
              stage ->
                  when.flatMap(text -> expressions.condition(text, Scope.EVENT, problems))
                      .ifPresent(c -> entries.add(new Journey.Entry(stage.text(), c))));
    }
    return new Journey(entries);
  }

  private Map<String, Signal> signals(ExpressionCompiler expressions, Journey journey) {
    SignalReader reader = new SignalReader(expressions, journey.definition(), problems);
    Map<String, Signal> signals = new LinkedHashMap<>();
    ReadableNames.in(top, "signals", MOST_SIGNALS, problems)
        .forEach((name, node) -> reader.signal(name, node).ifPresent(s -> signals.put(name, s)));
    return signals;
  }

  private Map<String, Condition> segments(ExpressionCompiler expressions) {
    Map<String, Condition> segments = new LinkedHashMap<>();
    ReadableNames.in(top, "segments", MOST_SEGMENTS, problems)
        .forEach(
            (name, node) -> {
              if (node instanceof Scalar text) {
                expressions
                    .condition(text, Scope.CUSTOMER, problems)
                    .ifPresent(condition -> segments.put(name, condition));
              } else if (!node.isLost()) {
                problems.error(
                    node.at(),
                    "wrong_type",
                    "a segment is a condition, this is " + node.kind(),
                    "write it in quotes: vip: 'signals.spend_90d > 50000.0'");
              }
            });
    return segments;
  }
}
