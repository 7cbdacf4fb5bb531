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
        .filter(plan -> problems.errors() == before);
  }

  private boolean saysSomething(TrackingPlan plan) {
    if (plan.types().isEmpty()) {
      problems.error(plan.at(), WRONG_TYPE, "no type that sources send is named here", EXAMPLE);
    }
    return !plan.types().isEmpty();
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
              checkInner(properties);
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
          int dot = name.lastIndexOf('.');
          Optional<PropertyKind> around =
              dot < 0
                  ? Optional.empty()
                  : Optional.ofNullable(properties.get(name.substring(0, dot)))
                      .flatMap(Property::kind)
                      .filter(kind -> kind != PropertyKind.OBJECT);
          around.ifPresent(
              kind ->
                  problems.error(
                      property.at(),
                      "type_clash",
                      "'"
                          + name
                          + "' lies in '"
                          + name.substring(0, dot)
                          + "', which is "
                          + kind.wire(),
                      "let that be an object"));
        });
  }
}
