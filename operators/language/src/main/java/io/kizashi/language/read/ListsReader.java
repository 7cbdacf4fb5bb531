package io.kizashi.language.read;

import io.kizashi.core.recipient.CustomerList;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the lists of customers that a rulebook names. */
final class ListsReader {
  private static final String KEY = "lists";
  private static final String EXAMPLE = "lists: { staff: [ c-1, c-2 ] }";

  /** What a table's empty cell is written as. */
  private static final String NULL = "null";

  private final Fields top;
  private final Problems problems;
  private int ids;

  ListsReader(Fields top, Problems problems) {
    this.top = top;
    this.problems = problems;
  }

  /** The lists by name, in the order of the text; one that can't be read is missing. */
  Map<String, CustomerList> lists() {
    Map<String, CustomerList> lists = new LinkedHashMap<>();
    ReadableNames.in(top, KEY, CustomerList.MOST, problems)
        .forEach((name, node) -> list(name, node).ifPresent(list -> lists.put(name, list)));
    if (ids > CustomerList.MOST_IDS) {
      problems.error(
          top.keyAt(KEY),
          "out_of_bounds",
          "the lists name " + ids + " customers, more than " + CustomerList.MOST_IDS,
          "tell a large part of the customers by their profile: signals, segments");
    }
    return lists;
  }

  private Optional<CustomerList> list(String name, YamlNode node) {
    if (node instanceof Sequence sequence) {
      return listed(name, sequence);
    }
    if (node instanceof Scalar scalar && !scalar.isNull()) {
      problems.error(
          scalar.at(),
          "not_yet",
          "lists in files of their own are not built yet",
          "name the customers here: " + EXAMPLE);
    } else if (!node.isLost()) {
      problems.error(
          node.at(),
          "wrong_type",
          "a list names customers, this is " + node.kind(),
          "write their ids in brackets: " + EXAMPLE);
    }
    return Optional.empty();
  }

  private Optional<CustomerList> listed(String name, Sequence sequence) {
    MemberIds members = new MemberIds(problems);
    for (YamlNode item : sequence.items()) {
      if (item instanceof Scalar id) {
        members.add(id.isNull() ? NULL : id.text(), id.at());
      } else if (!item.isLost()) {
        problems.error(
            item.at(),
            "wrong_type",
            "this must be a customer's id, but is " + item.kind(),
            "write one id after the other: " + EXAMPLE);
      }
    }
    Set<String> all = members.told(name, sequence.at());
    ids += all.size();
    return all.isEmpty() ? Optional.empty() : Optional.of(new CustomerList(name, all));
  }
}
