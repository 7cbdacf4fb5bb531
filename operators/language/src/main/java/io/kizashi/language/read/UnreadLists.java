package io.kizashi.language.read;

import io.kizashi.core.expression.FactName;
import io.kizashi.core.recipient.CustomerList;
import io.kizashi.core.rules.Policies;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds lists that nothing asks for: who stands on one is not spared by it. */
final class UnreadLists {
  private static final String KEY = FactName.LISTS.text();
  private static final Pattern READ = Pattern.compile("\\b" + KEY + "\\s*\\.\\s*(\\w+)");

  private UnreadLists() {}

  /** Warns of them. */
  static void note(
      Fields top, Policies policies, Optional<CustomerList> testers, Problems problems) {
    Map<String, YamlNode> lists =
        top.get(KEY)
            .flatMap(node -> Fields.of(node, KEY, new Problems()))
            .map(Fields::named)
            .orElse(Map.of());
    if (lists.isEmpty()) {
      return;
    }
    Set<String> read = new HashSet<>();
    policies.excluded().forEach(list -> read.add(list.name()));
    testers.ifPresent(list -> read.add(list.name()));
    top.named().values().forEach(node -> read(node, read));
    lists.forEach(
        (name, node) -> {
          if (!read.contains(name)) {
            problems.warning(
                node.at(),
                "unread_list",
                "nothing asks for the list '" + name + "'",
                "leave its customers alone by policies: { exclude: ["
                    + name
                    + "] }, or ask lists."
                    + name
                    + " in a condition");
          }
        });
  }

  private static void read(YamlNode node, Set<String> names) {
    if (node instanceof Scalar scalar) {
      READ.matcher(scalar.text()).results().map(UnreadLists::name).forEach(names::add);
    } else if (node instanceof Sequence list) {
      list.items().forEach(item -> read(item, names));
    } else if (node instanceof Mapping mapping) {
      mapping.entries().values().forEach(entry -> read(entry.value(), names));
    }
  }

  private static String name(MatchResult found) {
    return found.group(1);
  }
}
