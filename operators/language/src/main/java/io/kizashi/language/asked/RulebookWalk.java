package io.kizashi.language.asked;

import static io.kizashi.language.asked.PropertyKind.NUMBER;
import static io.kizashi.language.asked.PropertyKind.SINGLE;
import static io.kizashi.language.asked.PropertyKind.TEXT;
import static io.kizashi.language.asked.PropertyKind.TIME;
import static io.kizashi.language.asked.PropertyKind.TRUTH;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.rules.Step;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.schema.ReservedTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Goes through a rulebook and finds what it asks of touchpoints. What a name stands for where an
 * expression may use it is told by the place: a step's own touchpoint, those of earlier steps.
 */
final class RulebookWalk {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([\\w.]+)");

  /** What signals may be, and what each makes of its value. */
  private static final Map<String, Set<PropertyKind>> VALUES =
      Map.of(
          "sum", Set.of(NUMBER),
          "mean", Set.of(NUMBER),
          "min", Set.of(NUMBER),
          "max", Set.of(NUMBER),
          "decay", Set.of(NUMBER),
          "top", Set.of(TEXT),
          "distinct", SINGLE,
          "latest", SINGLE);

  private static final List<String> CONDITIONS =
      List.of("count", "since", "interval", "open", "close");

  private final Mapping rulebook;
  private final Gathering gathered;
  private final Map<String, Map<String, Slot>> captures = new HashMap<>();

  RulebookWalk(Mapping rulebook, Gathering gathered) {
    this.rulebook = rulebook;
    this.gathered = gathered;
  }

  Asked asked() {
    Nodes.named(rulebook, "signals").values().forEach(node -> signal(node));
    Nodes.items(rulebook, "journey").forEach(entry -> alone(entry, "when"));
    Nodes.named(rulebook, "segments")
        .values()
        .forEach(
            node -> Nodes.scalar(node).forEach(text -> gathered.find(text, profile(), truth())));
    Nodes.named(rulebook, "moments").forEach(this::moment);
    Nodes.named(rulebook, "actions").values().forEach(this::action);
    Nodes.children(rulebook, "policies")
        .flatMap(policies -> Nodes.items(policies, "guards"))
        .forEach(guard -> condition(guard, "when", profile()));
    return gathered.asked();
  }

  private static Set<PropertyKind> truth() {
    return Set.of(TRUTH);
  }

  // ---- signals and stages ----

  private void signal(YamlNode node) {
    CONDITIONS.forEach(key -> alone(node, key));
    alone(node, "where");
    Slot of = narrowed(Slot.any(), node, "where");
    VALUES.forEach((key, kinds) -> alone(node, key, of, kinds));
    Slot matters = narrowed(Slot.any(), node, "open").or(narrowed(Slot.any(), node, "close"));
    alone(node, "by", matters, Set.of(TEXT));
  }

  /** A condition that is asked of every touchpoint. */
  private void alone(YamlNode node, String key) {
    Nodes.scalars(node, key)
        .forEach(
            text -> {
              gathered.find(text, Map.of(Bindings.EVENT, Slot.any()), truth());
              gathered.ask(text, gathered.narrowed(Slot.any(), text));
            });
  }

  /** A value that touchpoints are asked for. */
  private void alone(YamlNode node, String key, Slot of, Set<PropertyKind> kinds) {
    Nodes.scalars(node, key)
        .forEach(
            text -> {
              gathered.find(text, Map.of(Bindings.EVENT, of), kinds);
              gathered.askFor(text, of);
            });
  }

  private Slot narrowed(Slot slot, YamlNode node, String key) {
    return Nodes.scalars(node, key).reduce(slot, gathered::narrowed, (a, b) -> b);
  }

  // ---- moments ----

  private void moment(String name, YamlNode node) {
    Map<String, Slot> known = profile();
    Optional<Slot> anchor = Optional.empty();
    for (YamlNode step : Nodes.items(node, "pattern").toList()) {
      Slot fit = step(step, known);
      anchor = anchor.or(() -> Optional.of(fit));
      if (Nodes.scalars(step, "moment").findAny().isEmpty()) { // a moment is no touchpoint
        Nodes.scalars(step, "as").forEach(as -> known.put(as.text(), fit));
      }
      condition(step, "until", known, TIME);
      Nodes.scalars(step, "date").forEach(date -> gathered.find(date, profile(), TIME));
    }
    Stream.of(node)
        .flatMap(it -> Nodes.children(it, "unless"))
        .forEach(unless -> unless(unless, known));
    anchor.ifPresent(of -> alone(node, "by", of, SINGLE));
    condition(node, "when", known);
    condition(node, "severity", known, Set.of(NUMBER));
    captures.put(name, known);
  }

  /** The touchpoints that fit a step. */
  private Slot step(YamlNode step, Map<String, Slot> known) {
    List<Scalar> types =
        Stream.of("event", "absence").flatMap(key -> Nodes.scalars(step, key)).toList();
    if (types.isEmpty()) {
      return Slot.any();
    }
    return fit(step, types.get(0), known);
  }

  private void unless(YamlNode unless, Map<String, Slot> known) {
    if (unless instanceof Scalar type) {
      name(type);
    } else {
      Nodes.scalars(unless, "event").forEach(type -> fit(unless, type, known));
    }
  }

  private Slot fit(YamlNode step, Scalar type, Map<String, Slot> known) {
    name(type);
    Slot of = type.text().equals(Step.ANY) ? Slot.any() : Slot.of(type.text());
    Map<String, Slot> names = new HashMap<>(known);
    names.put(Bindings.EVENT, of);
    Nodes.scalars(step, "as").forEach(as -> names.put(as.text(), of));
    Slot fit = narrowed(of, step, "where");
    Nodes.scalars(step, "where")
        .forEach(
            where -> {
              gathered.find(where, names, truth());
              gathered.ask(where, fit);
            });
    return fit;
  }

  private void name(Scalar type) {
    if (!type.text().equals(Step.ANY)) {
      gathered.name(type);
    }
  }

  // ---- actions ----

  private void action(YamlNode action) {
    Map<String, Slot> known = profile();
    Nodes.items(action, "answers")
        .flatMap(Nodes::scalar)
        .map(moment -> captures.getOrDefault(moment.text(), Map.of()))
        .forEach(names -> names.forEach((name, slot) -> known.merge(name, slot, Slot::or)));
    known.putAll(profile());
    condition(action, "when", known);
    condition(action, "value", known, Set.of(NUMBER));
    Nodes.items(action, "context").forEach(fitting -> condition(fitting, "when", known));
    Nodes.children(action, "content").forEach(content -> content(content, known));
  }

  private void content(YamlNode content, Map<String, Slot> known) {
    if (content instanceof Scalar text) {
      Matcher variable = VARIABLE.matcher(text.text());
      while (variable.find()) {
        gathered.read(text, variable.group(1), variable.start(1), known, SINGLE);
      }
    } else if (content instanceof Sequence list) {
      list.items().forEach(item -> condition(item, "when", known));
      list.items().forEach(item -> content(item, known));
    } else {
      ((Mapping) content)
          .entries().entrySet().stream()
              .filter(entry -> !entry.getKey().equals("when"))
              .forEach(entry -> content(entry.getValue().value(), known));
    }
  }

  // ---- what stands under keys ----

  /** What names stand for everywhere: the profile is what touchpoints of one type say. */
  private static Map<String, Slot> profile() {
    Map<String, Slot> names = new HashMap<>();
    names.put("customer", Slot.of(ReservedTypes.PROFILE_UPDATED).at(List.of("properties")));
    return names;
  }

  private void condition(YamlNode node, String key, Map<String, Slot> names) {
    condition(node, key, names, truth());
  }

  private void condition(
      YamlNode node, String key, Map<String, Slot> names, Set<PropertyKind> kinds) {
    Nodes.scalars(node, key).forEach(text -> gathered.find(text, names, kinds));
  }
}
