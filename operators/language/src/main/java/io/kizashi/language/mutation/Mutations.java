package io.kizashi.language.mutation;

import io.kizashi.language.library.Bundle;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.language.yaml.YamlReader;
import io.kizashi.schema.RulebookDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds all that may have slipped in a rulebook that compiles, in the order of its text. */
final class Mutations {
  private final Optional<String> part;
  private final RuleText source;
  private final ExpressionSlips expressions;
  private final Names names;
  private final List<Mutation> found = new ArrayList<>();

  private Mutations(Optional<String> part, String text, Names names) {
    this.part = part;
    this.source = new RuleText(text);
    this.names = names;
    this.expressions = new ExpressionSlips(names);
  }

  /** All of a rulebook's own files; what it takes from the library is not its own. */
  static List<Mutation> of(RulebookDocument document, Names names) {
    Map<Optional<String>, String> texts = new LinkedHashMap<>();
    Bundle bundle = Bundle.of(document.text());
    texts.put(Optional.empty(), bundle.main());
    bundle.parts().stream()
        .filter(Mutation::isOwn)
        .forEach(it -> texts.put(Optional.of(it.name()), it.text()));
    Map<Optional<String>, Mapping> tops = new LinkedHashMap<>();
    texts.forEach(
        (part, text) ->
            YamlReader.read(file(document.file(), part), text, new Problems())
                .filter(Mapping.class::isInstance)
                .ifPresent(top -> tops.put(part, (Mapping) top)));
    tops.values().forEach(names::read);
    List<Mutation> all = new ArrayList<>();
    tops.forEach(
        (part, top) -> {
          Mutations mutations = new Mutations(part, texts.getOrDefault(part, ""), names);
          mutations.file(top);
          all.addAll(mutations.found);
        });
    return all;
  }

  private static String file(String main, Optional<String> part) {
    int folder = Math.max(main.lastIndexOf('/'), main.lastIndexOf('\\'));
    return part.map(name -> main.substring(0, folder + 1) + name).orElse(main);
  }

  private void file(Mapping top) {
    top.entries().entrySet().stream()
        .filter(section -> MutableKeys.SECTIONS.contains(section.getKey()))
        .forEach(section -> value(section.getKey(), section.getValue().value()));
  }

  private void value(String key, YamlNode node) {
    if (node instanceof Mapping mapping) {
      mapping(key, mapping);
    } else if (node instanceof Sequence list) {
      list(key, list);
    } else if (node instanceof Scalar scalar) {
      source.written(scalar).ifPresent(reach -> scalar(key, scalar, reach));
    }
  }

  private void mapping(String key, Mapping mapping) {
    mapping
        .entries()
        .forEach(
            (name, entry) -> {
              if (MutableKeys.OPTIONAL.contains(name)) {
                source
                    .entry(entry.keyAt(), source.isInBrackets(mapping))
                    .ifPresent(reach -> takeOut(entry.keyAt(), reach));
              }
              if (!MutableKeys.SPARED.contains(name)) {
                value(key.equals("segments") ? key : name, entry.value());
              }
            });
  }

  private void list(String key, Sequence list) {
    boolean brackets = source.isInBrackets(list);
    for (YamlNode item : list.items()) {
      if (MutableKeys.LISTS.contains(key) && list.items().size() > 1) {
        source.item(item, brackets).ifPresent(reach -> takeOut(item.at(), reach));
      }
      value(key, item);
    }
    for (int i = 1; i < list.items().size(); i++) {
      exchange(key, list.items().get(i - 1), list.items().get(i));
    }
  }

  /** Of channels and tiers the order says something. */
  private void exchange(String key, YamlNode first, YamlNode second) {
    boolean ordered = key.equals("channels") || key.equals("tiers");
    if (ordered && first instanceof Scalar one && second instanceof Scalar other) {
      source
          .written(one)
          .flatMap(
              from -> source.written(other).map(to -> new RuleText.Reach(from.from(), to.to())))
          .ifPresent(
              both -> {
                String between =
                    source
                        .in(both)
                        .substring(one.text().length(), length(both) - other.text().length());
                add(one.at(), both, other.text() + between + one.text());
              });
    }
  }

  private static int length(RuleText.Reach reach) {
    return reach.to() - reach.from();
  }

  private void scalar(String key, Scalar scalar, RuleText.Reach reach) {
    Mark at = scalar.quoted() ? scalar.at().plus(1) : scalar.at();
    if (MutableKeys.EXPRESSIONS.contains(key)) {
      expressions.of(
          scalar.text(),
          (slip, with) -> {
            int from = reach.from() + slip.from();
            Mark place = at.plus(scalar.text().codePointCount(0, slip.from()));
            add(place, new RuleText.Reach(from, reach.from() + slip.to()), with);
          });
      return;
    }
    Replacements.of(scalar.text()).forEach(with -> add(at, reach, with));
    switch (key) {
      case "event", "absence", "unless" ->
          names.another("types", scalar.text()).ifPresent(with -> add(at, reach, with));
      case "answers", "moment" ->
          names.another("moments", scalar.text()).ifPresent(with -> add(at, reach, with));
      case "kind", "suppress", "kinds", "restart", "then" ->
          WordSwaps.of(scalar.text()).ifPresent(with -> add(at, reach, with));
      default -> {}
    }
  }

  private void takeOut(Mark at, RuleText.Reach reach) {
    add(at, reach, "");
  }

  private void add(Mark at, RuleText.Reach reach, String with) {
    found.add(new Mutation(part, at, reach.from(), reach.to(), source.in(reach), with));
  }
}
