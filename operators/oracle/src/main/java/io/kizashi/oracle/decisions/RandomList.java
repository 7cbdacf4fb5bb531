package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.KnownCustomer;
import io.kizashi.oracle.story.Yaml;
import java.util.ArrayList;
import java.util.List;

/** Some customers by name; mostly others than that of all stories, some of them called alike. */
record RandomList(String name, List<String> ids) {
  private static final String CUSTOMER = KnownCustomer.KEY.id();

  private static final List<String> OTHERS =
      List.of("c-2", "C-1", "c-10", "c", "c/c-1", "ｃ-1", "1", "0012");

  /** Copies the ids. */
  RandomList {
    ids = List.copyOf(ids);
  }

  /** None in most rulebooks, and in few of them the customer. */
  static List<RandomList> drawn(Draws draws) {
    List<RandomList> lists = new ArrayList<>();
    for (int left = (int) draws.any(0, 0, 0, 0, 1, 2); left > 0; left--) {
      List<String> ids = new ArrayList<>(draws.some(OTHERS));
      if (draws.random().nextInt(4) == 0) {
        ids.add(draws.random().nextInt(ids.size() + 1), CUSTOMER);
      }
      lists.add(new RandomList("list_" + left, ids));
    }
    return lists;
  }

  /** Whether the customer of all stories is on one of some lists. */
  static boolean holdCustomer(List<RandomList> lists) {
    return lists.stream().flatMap(list -> list.ids().stream()).anyMatch(CUSTOMER::equals);
  }

  /** All of them, as a rulebook declares them. */
  static String yaml(List<RandomList> lists) {
    List<String> named =
        lists.stream().map(list -> list.name() + ": " + Yaml.list(list.ids())).toList();
    return named.isEmpty() ? "" : "lists: { " + String.join(", ", named) + " }\n";
  }
}
