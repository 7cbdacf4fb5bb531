package io.kizashi.imports;

import dev.cel.common.types.CelKind;
import io.kizashi.imports.Mapping.Time;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.schema.Bounds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles what stands under {@code touchpoint}. */
final class TouchpointFields {
  /** What a property may be; times are written as RFC 3339. */
  static final Set<CelKind> SCALARS =
      Set.of(
          CelKind.STRING,
          CelKind.INT,
          CelKind.UINT,
          CelKind.DOUBLE,
          CelKind.BOOL,
          CelKind.TIMESTAMP,
          CelKind.NULL_TYPE);

  private static final List<String> TEXTS =
      List.of(
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
          "text");
  private static final Set<CelKind> TEXT =
      Set.of(CelKind.STRING, CelKind.INT, CelKind.UINT, CelKind.NULL_TYPE);
  private static final List<String> EMOTION =
      List.of("valence", "arousal", "label", "confidence", "source");
  private static final Set<CelKind> NUMBER =
      Set.of(CelKind.DOUBLE, CelKind.INT, CelKind.UINT, CelKind.NULL_TYPE);
  private static final Set<CelKind> TIME =
      Set.of(CelKind.TIMESTAMP, CelKind.STRING, CelKind.INT, CelKind.UINT, CelKind.DOUBLE);

  private final MappingExpressions compiler;
  private final Problems problems;
  private final Map<String, Expression> fields = new LinkedHashMap<>();
  private final Map<String, Expression> emotion = new LinkedHashMap<>();
  private final Map<String, Expression> properties = new LinkedHashMap<>();
  private Optional<Time> time = Optional.empty();

  TouchpointFields(MappingExpressions compiler, Problems problems) {
    this.compiler = compiler;
    this.problems = problems;
  }

  void read(YamlNode touchpoint) {
    Optional<MappingKeys> present = MappingKeys.of(touchpoint, problems);
    if (present.isEmpty()) {
      return;
    }
    List<String> known = new ArrayList<>(TEXTS);
    known.addAll(List.of("time", "values", "emotion", "properties"));
    MappingKeys keys = present.get().known(known);
    keys.required("id", "it must be unique for its customer");
    keys.required("type", "what happened, in snake_case");
    keys.required("time", "when it happened");
    if (keys.get("anonymous").isEmpty()) {
      keys.required("customer", "who it is about; 'anonymous' for people not known by name");
    }
    for (String key : TEXTS) {
      keys.scalar(key).ifPresent(node -> add(fields, key, node, TEXT, "text"));
    }
    keys.scalar("values")
        .ifPresent(node -> add(fields, "values", node, Set.of(CelKind.LIST), "a list of texts"));
    keys.get("time").ifPresent(node -> time = new TimeKeys(compiler, problems).read(node, TIME));
    keys.get("emotion").flatMap(node -> MappingKeys.of(node, problems)).ifPresent(this::emotion);
    keys.get("properties")
        .flatMap(node -> MappingKeys.of(node, problems))
        .ifPresent(this::properties);
  }

  private void emotion(MappingKeys keys) {
    keys.known(EMOTION).required("valence", "from -1 (unpleasant) to 1 (pleasant)");
    keys.scalars()
        .forEach(
            (key, node) -> {
              boolean text = key.equals("label") || key.equals("source");
              add(emotion, key, node, text ? TEXT : NUMBER, text ? "text" : "a number");
            });
  }

  private void properties(MappingKeys keys) {
    Map<String, Scalar> nodes = keys.scalars();
    nodes.forEach(
        (key, node) -> add(properties, key, node, SCALARS, "text, a number, true or false"));
    if (nodes.size() > Bounds.PROPERTIES) {
      problems.error(
          keys.at(),
          "too_long",
          "a touchpoint holds at most " + Bounds.PROPERTIES + " properties",
          "leave out what no rule needs");
    }
  }

  private void add(
      Map<String, Expression> to, String key, Scalar node, Set<CelKind> kinds, String wanted) {
    String name = to == fields ? key : (to == emotion ? "emotion." : "properties.") + key;
    compiler.compile(name, node, kinds, wanted).ifPresent(expression -> to.put(key, expression));
  }

  Optional<Time> time() {
    return time;
  }

  Map<String, Expression> fields() {
    return fields;
  }

  Map<String, Expression> emotion() {
    return emotion;
  }

  Map<String, Expression> properties() {
    return properties;
  }
}
