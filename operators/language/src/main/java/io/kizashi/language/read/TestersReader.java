package io.kizashi.language.read;

import io.kizashi.core.recipient.CustomerList;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.Map;
import java.util.Optional;

/** Reads for whom nothing is on trial; all rules are read with it, so it goes before policies. */
final class TestersReader {
  private static final String KEY = "test-recipients";

  private final Fields top;
  private final Map<String, CustomerList> lists;
  private final Problems problems;

  /**
   * A reader of test recipients.
   *
   * @param lists of customers, by name
   */
  TestersReader(Fields top, Map<String, CustomerList> lists, Problems problems) {
    this.top = top;
    this.lists = lists;
    this.problems = problems;
  }

  /** The list; empty where the rulebook names none. */
  Optional<CustomerList> testers() {
    return top.get("policies")
        .filter(Mapping.class::isInstance)
        .flatMap(node -> Fields.of(node, Keys.POLICIES.place(), problems))
        .flatMap(policies -> policies.scalar(KEY))
        .flatMap(this::list);
  }

  private Optional<CustomerList> list(Scalar name) {
    if (!top.written("lists").contains(name.text())) {
      problems.unknown(
          name.at(),
          name.text(),
          "unknown_name",
          "there is no list '" + name.text() + "'",
          top.written("lists"));
    }
    return Optional.ofNullable(lists.get(name.text()));
  }
}
