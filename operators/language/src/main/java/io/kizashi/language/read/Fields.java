package io.kizashi.language.read;

import io.kizashi.core.rules.Mode;
import io.kizashi.core.rules.Trial;
import io.kizashi.language.typed.TypedWord;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the fields of one mapping; what is wrong is noted, and reading goes on. */
final class Fields {
  private static final String WRONG_TYPE = "wrong_type";

  private static final Pattern UNPARTED =
      Pattern.compile("(([\\p{L}_][\\w-]*)\\s*[:：]\\s*)(?!//)\\S.*");

  private final Mapping mapping;
  private final Problems problems;

  private Fields(Mapping mapping, Problems problems) {
    this.mapping = mapping;
    this.problems = problems;
  }

  /** The fields of a node that must be a mapping with these keys. */
  static Optional<Fields> of(YamlNode node, Keys keys, Problems problems) {
    Optional<Fields> fields = of(node, keys.place(), problems);
    fields.ifPresent(known -> known.check(keys));
    return fields.map(known -> new Fields(MistypedKeys.mended(known.mapping, keys), problems));
  }

  /** The fields of a node that must be a mapping, with keys that the author names. */
  static Optional<Fields> of(YamlNode node, String place, Problems problems) {
    if (node instanceof Mapping mapping) {
      return mapping.readable() ? Optional.of(new Fields(mapping, problems)) : Optional.empty();
    }
    problems.error(
        node.at(),
        WRONG_TYPE,
        place + " must be a mapping, this is " + node.kind(),
        node instanceof Sequence
            ? "write a name and a colon instead of each dash"
            : "write its keys in braces, { key: value }, or indented on the lines below",
        unparted(node));
    return Optional.empty();
  }

  /** A mapping of one key whose colon no blank follows. */
  private static Optional<Fix> unparted(YamlNode node) {
    Matcher form = UNPARTED.matcher(node instanceof Scalar scalar ? scalar.text() : "");
    return form.matches()
        ? Fix.at(node.at(), form.group(1), form.group(2) + ": ")
        : Optional.empty();
  }

  private void check(Keys keys) {
    Set<String> all = keys.all();
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (keys.notYet().contains(key)) {
                problems.error(
                    entry.keyAt(),
                    "not_yet",
                    "'" + key + "' in " + keys.place() + " is not built yet",
                    "leave it out; this release can't run it");
              } else if (!keys.built().contains(key)) {
                problems.unknown(
                    entry.keyAt(),
                    key,
                    "unknown_key",
                    "'" + key + "' means nothing in " + keys.place(),
                    all);
              }
            });
  }

  /** The mapping itself. */
  Mapping mapping() {
    return mapping;
  }

  Mark at() {
    return mapping.at();
  }

  Optional<YamlNode> get(String key) {
    return mapping.get(key);
  }

  /** All entries: what the author named, and its value. */
  Map<String, YamlNode> named() {
    Map<String, YamlNode> named = new LinkedHashMap<>();
    mapping.entries().forEach((key, entry) -> named.put(key, entry.value()));
    return named;
  }

  /** The names under a key as they are written, also those whose meaning could not be read. */
  Set<String> written(String key) {
    return get(key)
        .filter(Mapping.class::isInstance)
        .map(node -> ((Mapping) node).entries().keySet())
        .orElse(Set.of());
  }

  /** Where a key stands; where the mapping starts if it has no such key. */
  Mark keyAt(String key) {
    YamlNode.Entry entry = mapping.entries().get(key);
    return entry == null ? mapping.at() : entry.keyAt();
  }

  Optional<YamlNode> required(String key, String hint) {
    Optional<YamlNode> node = get(key);
    if (node.isEmpty()) {
      problems.error(at(), "missing_key", "'" + key + "' is missing here", hint);
    }
    return node;
  }

  Optional<Scalar> scalar(String key) {
    return get(key).flatMap(this::scalar);
  }

  private Optional<Scalar> scalar(YamlNode node) {
    if (node instanceof Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar);
    }
    if (node.isLost()) {
      return Optional.empty();
    }
    Optional<Scalar> only = Lists.only(node);
    problems.error(
        node.at(),
        WRONG_TYPE,
        "this must be a single value, but is " + node.kind(),
        "",
        only.flatMap(it -> Fix.part(node, it)));
    return only;
  }

  /** One of a few words. */
  <E> Optional<E> choice(String key, Map<String, E> words) {
    return scalar(key)
        .flatMap(
            scalar -> {
              Optional<E> chosen = Optional.ofNullable(words.get(scalar.text()));
              return chosen.or(() -> meant(scalar, key, words));
            });
  }

  /** The word that a mistyped one must mean; it is noted, and reading goes on with it. */
  private <E> Optional<E> meant(Scalar scalar, String key, Map<String, E> words) {
    String text = scalar.text();
    Optional<String> meant =
        TypedWord.truth(text)
            .filter(words::containsKey)
            .or(() -> Nearest.certain(text, words.keySet()));
    problems.error(
        scalar.at(),
        "unknown_word",
        "'" + text + "' is not known as " + key,
        problems.areEnough() ? "" : Nearest.hint(text, sorted(words.keySet())),
        meant.flatMap(it -> Fix.at(scalar.at(), text, it)));
    return meant.flatMap(it -> Optional.ofNullable(words.get(it)));
  }

  /** Milliseconds of a duration within bounds. */
  OptionalLong duration(String key, long least, long most) {
    Optional<Scalar> scalar = scalar(key);
    return scalar.isEmpty()
        ? OptionalLong.empty()
        : DurationReader.read(scalar.get(), least, most, problems);
  }

  /** A whole number within bounds. */
  OptionalLong whole(String key, long least, long most) {
    Optional<Scalar> scalar = scalar(key);
    return scalar.isEmpty()
        ? OptionalLong.empty()
        : NumberReader.whole(scalar.get(), least, most, problems);
  }

  /** A list of single values; at least one. */
  List<Scalar> list(String key, String hint) {
    Optional<YamlNode> node = required(key, hint);
    if (node.isEmpty() || node.get().isLost()) {
      return List.of();
    }
    if (node.get() instanceof Scalar one && !one.isNull()) {
      return Lists.meant(one, key, hint, problems);
    }
    if (!(node.get() instanceof Sequence sequence) || sequence.items().isEmpty()) {
      problems.error(node.get().at(), WRONG_TYPE, "'" + key + "' must be a list", hint);
      return List.of();
    }
    List<Scalar> scalars = new ArrayList<>();
    sequence
        .items()
        .forEach(item -> scalar(item).ifPresent(it -> scalars.addAll(Lists.parted(it, problems))));
    return scalars;
  }

  /** The mappings of a list; a key that is absent gives none. */
  List<Fields> mappings(String key, Keys keys, String hint) {
    String message = "'" + key + "' must be a list";
    return get(key).map(node -> items(node, keys, WRONG_TYPE, message, hint)).stream()
        .flatMap(List::stream)
        .flatMap(item -> of(item, keys, problems).stream())
        .toList();
  }

  /** The items of a list of mappings; a mapping alone that could be one is meant as such. */
  List<YamlNode> items(YamlNode node, Keys keys, String code, String message, String hint) {
    if (node instanceof Sequence sequence) {
      return sequence.items();
    }
    if (node.isLost()) {
      return List.of();
    }
    boolean one = node instanceof Mapping mapping && MistypedKeys.fit(mapping, keys);
    problems.error(
        node.at(), code, message, hint, one ? Fix.around(node, "[ ", " ]") : Optional.empty());
    return one ? List.of(node) : List.of();
  }

  /** For whom a rule is in force, and whether in earnest; for everybody in earnest by default. */
  Trial trial() {
    Mode mode =
        choice("shadow", Map.of("true", Mode.IN_SHADOW, "false", Mode.IN_EARNEST))
            .orElse(Trial.NONE.mode());
    int percent = percent("rollout").orElse(Trial.NONE.percent());
    return new Trial(mode, percent, Optional.empty());
  }

  private Optional<Integer> percent(String key) {
    return scalar(key).flatMap(scalar -> NumberReader.percent(scalar, problems));
  }

  /** A number within bounds. */
  Optional<Double> number(String key, double least, double most) {
    return scalar(key).flatMap(scalar -> NumberReader.number(scalar, least, most, problems));
  }

  private static List<String> sorted(Collection<String> words) {
    return words.stream().sorted(Comparator.naturalOrder()).toList();
  }
}
