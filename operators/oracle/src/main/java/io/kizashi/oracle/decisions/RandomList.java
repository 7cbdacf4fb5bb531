package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.KnownCustomer;
import io.kizashi.oracle.story.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Some customers by name; mostly others than that of all stories, some of them called alike.
 *
 * @param form where they stand
 */
record RandomList(String name, List<String> ids, Form form) {
  private static final String CUSTOMER = KnownCustomer.KEY.id();

  private static final List<String> OTHERS =
      List.of("c-2", "C-1", "c-10", "c", "c/c-1", "ｃ-1", "1", "0012");

  /** Where a list stands. */
  enum Form {
    RULEBOOK,
    LINES,
    TABLE
  }

  /** Copies the ids. */
  RandomList {
    ids = List.copyOf(ids);
  }

  /** None in most rulebooks, and in few of them the customer. */
  static List<RandomList> drawn(Draws draws) {
    List<RandomList> lists = new ArrayList<>();
    for (int left = (int) draws.any(0, 0, 0, 0, 1, 2); left > 0; left--) {
      lists.add(drawn(draws, "list_" + left));
    }
    return lists;
  }

  /** A list of a name, in one of eight with the customer. */
  static RandomList drawn(Draws draws, String name) {
    List<String> ids = new ArrayList<>(draws.some(OTHERS));
    if (draws.random().nextInt(8) == 0) {
      ids.add(draws.random().nextInt(ids.size() + 1), CUSTOMER);
    }
    return new RandomList(name, ids, draws.any(List.of(Form.values())));
  }

  /** Whether the customer of all stories is on one of some lists. */
  static boolean holdCustomer(List<RandomList> lists) {
    return lists.stream().flatMap(list -> list.ids().stream()).anyMatch(CUSTOMER::equals);
  }

  /** All of them, as a rulebook declares them. */
  static String yaml(List<RandomList> lists) {
    List<String> named = lists.stream().map(list -> list.name() + ": " + list.yaml()).toList();
    return named.isEmpty() ? "" : "lists: { " + String.join(", ", named) + " }\n";
  }

  private String yaml() {
    return switch (form) {
      case RULEBOOK -> Yaml.list(ids);
      case LINES -> file();
      case TABLE -> "{ file: " + file() + ", column: Customer Nr }";
    };
  }

  private String file() {
    return name + ".csv";
  }

  /** The text of one of the files that some lists stand in. */
  static Optional<String> file(List<RandomList> lists, String file) {
    return lists.stream().filter(it -> it.file().equals(file)).map(RandomList::text).findFirst();
  }

  private String text() {
    return switch (form) {
      case RULEBOOK, LINES -> String.join("\n", ids) + "\n";
      case TABLE ->
          ids.stream()
              .map(id -> "\"Abe; 12-3\"; " + id + " ;c-1\r\n")
              .collect(Collectors.joining("", "\uFEFFname;\"Customer Nr\";other\r\n", ""));
    };
  }
}
