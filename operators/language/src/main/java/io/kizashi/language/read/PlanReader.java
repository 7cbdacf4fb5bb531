package io.kizashi.language.read;

import io.kizashi.core.rules.Step;
import io.kizashi.language.asked.PropertyKind;
import io.kizashi.language.plan.TrackingPlan;
import io.kizashi.language.plan.TrackingPlan.OfType;
import io.kizashi.language.plan.TrackingPlan.Property;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what sources have agreed to send: {@code events:}. */
final class PlanReader {
  private static final String PLACE = "events";

  /** What a small plan looks like. */
  static final String EXAMPLE = "name one: events: { page_viewed: { optional: { page: text } } }";

  private static final String NEEDED = "needed";
  private static final String OPTIONAL = "optional";

  private static final String WRONG_TYPE = "wrong_type";

  /** The word for a property whose values are of several kinds. */
  private static final String ANY = "any";

  private static final Map<String, Kind> KINDS = kinds();

  /** What a word says of values; nothing where they may be of any kind. */
  private record Kind(Optional<PropertyKind> kind) {}

  /** Types, and properties of one, beyond which recordings are not told apart either. */
  private static final int MOST = 1_000;

  private final Problems problems;

  PlanReader(Problems problems) {
    this.problems = problems;
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new TreeMap<>();
    for (PropertyKind kind : PropertyKind.values()) {
      kinds.put(kind.wire(), new Kind(Optional.of(kind)));
    }
    kinds.put(ANY, new Kind(Optional.empty()));
    return Collections.unmodifiableMap(kinds);
  }

  /** The plan; empty where a rulebook has none, or one that can't be held against anything. */
  Optional<TrackingPlan> plan(Fields top) {
    int before = problems.errors();
    return top.get(PLACE)
        .flatMap(node -> Fields.of(node, PLACE, problems))
        .map(fields -> new TrackingPlan(top.keyAt(PLACE), types(fields)))
        .filter(this::saysSomething)
        .filter(plan -> isBounded(plan.at(), plan.types().size(), "types"))
        .filter(plan -> problems.errors() == before);
  }

  private boolean saysSomething(TrackingPlan plan) {
    if (plan.types().isEmpty()) {
      problems.error(plan.at(), WRONG_TYPE, "no type that sources send is named here", EXAMPLE);
    }
    return !plan.types().isEmpty();
  }

  private boolean isBounded(Mark at, int size, String what) {
    if (size > MOST) {
      problems.error(
          at,
          "out_of_bounds",
          "there are more than " + MOST + " " + what + " in the tracking plan here",
          "leave out what no rule asks for");
    }
    return size <= MOST;
  }

  private Map<String, OfType> types(Fields fields) {
    Map<String, OfType> types = new LinkedHashMap<>();
    fields.named().forEach((type, node) -> types.put(type, type(fields.keyAt(type), type, node)));
    return types;
  }

  private OfType type(Mark at, String type, YamlNode node) {
    if (!type.matches("[a-z][a-z0-9_]*") || type.equals(Step.ANY)) {
      problems.error(
          at,
          "touchpoint_type",
          "'" + type + "' is no touchpoint type",
          "types are snake_case, like cart_updated");
    }
    Map<String, Property> properties = new LinkedHashMap<>();
    Fields.of(node, Keys.PLANNED, problems)
        .ifPresent(
            fields -> {
              add(properties, fields, NEEDED);
              add(properties, fields, OPTIONAL);
              if (isBounded(at, properties.size(), "properties")) {
                checkInner(properties);
              }
            });
    return new OfType(at, properties);
  }

  private void add(Map<String, Property> properties, Fields fields, String key) {
    fields
        .get(key)
        .flatMap(node -> Fields.of(node, key, problems))
        .ifPresent(
            named ->
                named
                    .named()
                    .keySet()
                    .forEach(
                        name ->
                            named
                                .scalar(name)
                                .flatMap(this::kind)
                                .map(
                                    it ->
                                        new Property(
                                            named.keyAt(name), it.kind(), key.equals(NEEDED)))
                                .ifPresent(it -> add(properties, name, it))));
  }

  /** A kind of values; a word for none is noted. */
  private Optional<Kind> kind(Scalar word) {
    Optional<Kind> kind = Optional.ofNullable(KINDS.get(word.text()));
    if (kind.isEmpty()) {
      problems.unknown(
          word.at(),
          word.text(),
          "unknown_word",
          "'" + word.text() + "' is no kind of value",
          KINDS.keySet());
    }
    return kind;
  }

  private void add(Map<String, Property> properties, String name, Property property) {
    Property before = properties.putIfAbsent(name, property);
    if (before != null) {
      problems.error(
          property.at(),
          "duplicate_name",
          "'" + name + "' is needed already, see " + before.at().place(),
          "keep it under one of the two");
    }
  }

  /** What lies inside a text or a number is never found. */
  private void checkInner(Map<String, Property> properties) {
    properties.forEach(
        (name, property) -> {
          String outer = name.substring(0, Math.max(0, name.lastIndexOf('.')));
          Optional.ofNullable(properties.get(outer))
              .flatMap(Property::kind)
              .filter(kind -> kind != PropertyKind.OBJECT)
              .map(kind -> "'" + name + "' lies in '" + outer + "', which is " + kind.wire())
              .ifPresent(
                  it -> problems.error(property.at(), "type_clash", it, "let that be an object"));
        });
  }
}
