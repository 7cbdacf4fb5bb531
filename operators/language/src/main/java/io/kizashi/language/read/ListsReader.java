package io.kizashi.language.read;

import io.kizashi.core.recipient.CustomerList;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.language.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the lists of customers that a rulebook names. */
final class ListsReader {
  private static final String KEY = "lists";
  private static final String EXAMPLE = "lists: { staff: [ c-1, c-2 ], never: never.csv }";

  /** What a table's empty cell is written as. */
  private static final String NULL = "null";

  private final Fields top;
  private final ListFiles files;
  private final Problems problems;
  private int ids;

  /**
   * A reader of lists.
   *
   * @param files those lists that stand in files
   */
  ListsReader(Fields top, ListFiles files, Problems problems) {
    this.top = top;
    this.files = files;
    this.problems = problems;
  }

  /** The lists by name, in the order of the text; one that can't be read is missing. */
  Map<String, CustomerList> lists() {
    Map<String, CustomerList> lists = new LinkedHashMap<>();
    Map<String, YamlNode> written = ReadableNames.in(top, KEY, CustomerList.MOST, problems);
    written.forEach((name, node) -> list(name, node).ifPresent(list -> lists.put(name, list)));
    if (ids > CustomerList.MOST_IDS || files.areTooLong()) {
      problems.error(
          top.keyAt(KEY),
          "out_of_bounds",
          "the lists are too long: " + ids + " customers, " + files.characters() + " characters",
          "at most "
              + CustomerList.MOST_IDS
              + " in all, and "
              + YamlReader.MAX_CHARS
              + " characters with the rules; tell many customers by their profile or a segment");
    }
    return lists;
  }

  private Optional<CustomerList> list(String name, YamlNode node) {
    MemberIds members = new MemberIds(problems);
    Optional<Mark> at = members(name, node, members);
    Set<String> all = at.map(place -> members.told(name, place)).orElse(Set.of());
    ids += all.size();
    return all.isEmpty() ? Optional.empty() : Optional.of(CustomerList.of(name, all));
  }

  /** Gathers a list's members; where it stands, if it can be read. */
  private Optional<Mark> members(String name, YamlNode node, MemberIds members) {
    if (node instanceof Sequence sequence) {
      return listed(sequence, members);
    }
    if (node instanceof Scalar file && !file.isNull()) {
      return files.read(name, file, Optional.empty(), members) ? at(node) : Optional.empty();
    }
    if (node instanceof Mapping) {
      Optional<Fields> fields = Fields.of(node, Keys.LIST, problems);
      fields.ifPresent(it -> it.required("file", "the file that holds the ids: file: never.csv"));
      Optional<Scalar> column = fields.flatMap(it -> it.scalar("column"));
      return fields
          .flatMap(it -> it.scalar("file"))
          .filter(file -> files.read(name, file, column, members))
          .map(Scalar::at);
    }
    if (!node.isLost()) {
      problems.error(
          node.at(), "wrong_type", "a list names customers, this is " + node.kind(), EXAMPLE);
    }
    return Optional.empty();
  }

  private static Optional<Mark> at(YamlNode node) {
    return Optional.of(node.at());
  }

  private Optional<Mark> listed(Sequence sequence, MemberIds members) {
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
    return at(sequence);
  }
}
