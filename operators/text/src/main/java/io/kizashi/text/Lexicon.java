package io.kizashi.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words and phrases with their meanings. Of several that fit, the longest counts. */
final class Lexicon {
  private final Node root = new Node();
  private final Set<String> vocabulary = new HashSet<>();

  /** Adds a phrase, each of whose words fits in any of its forms; the first meaning stays. */
  void add(List<Set<String>> words, LexiconEntry meaning) {
    words.forEach(vocabulary::addAll);
    add(root, words, 0, meaning);
  }

  private static void add(Node node, List<Set<String>> words, int at, LexiconEntry meaning) {
    if (at < words.size()) {
      for (String form : words.get(at)) {
        add(node.next.computeIfAbsent(form, f -> new Node()), words, at + 1, meaning);
      }
    } else if (node.meaning == null) {
      node.meaning = meaning;
    }
  }

  /** Whether it says what a word means; of some it only knows phrases: "works like a charm". */
  private boolean means(String word) {
    Node node = root.next.get(word);
    return node != null && node.meaning != null;
  }

  /** The word itself if it has a meaning, else the form without an ending that has one. */
  String lemma(String form) {
    if (means(form)) {
      return form;
    }
    String stem = EnglishUnits.lemma(form, this::means);
    if (!stem.equals(form) || vocabulary.contains(form)) {
      return stem;
    }
    return EnglishUnits.lemma(form, vocabulary::contains);
  }

  /** The units with known words and phrases named and joined. */
  List<Unit> read(List<Unit> units) {
    List<Unit> read = new ArrayList<>(units.size());
    for (int i = 0; i < units.size(); ) {
      Optional<Found> found = units.get(i).open() ? longest(units, i) : Optional.empty();
      if (found.isPresent()) {
        int last = found.get().last;
        read.add(
            units
                .get(i)
                .through(
                    units.get(last),
                    lemmas(units, i, last),
                    found.get().meaning,
                    loud(units, i, last)));
        i = last + 1;
      } else {
        read.add(units.get(i));
        i++;
      }
    }
    return read;
  }

  private Optional<Found> longest(List<Unit> units, int from) {
    return Optional.ofNullable(longest(units, from, root, null));
  }

  /** Words as written and their lemmas may both lead on; the lexicon's depth bounds the search. */
  private static @Nullable Found longest(
      List<Unit> units, int at, Node node, @Nullable Found before) {
    Found found = node.meaning == null ? before : new Found(at - 1, node.meaning);
    if (at == units.size()) {
      return found;
    }
    Unit unit = units.get(at);
    if (unit.isBreak()) {
      return longest(units, at + 1, node, found);
    }
    Node exact = node.next.get(unit.form());
    Node lemma = unit.lemma().equals(unit.form()) ? null : node.next.get(unit.lemma());
    Found longer = exact == null ? found : longest(units, at + 1, exact, found);
    Found other = lemma == null ? found : longest(units, at + 1, lemma, found);
    return other != null && (longer == null || other.last > longer.last) ? other : longer;
  }

  /** What a phrase is called: 届きませんでした as 届かない is. */
  private static String lemmas(List<Unit> units, int from, int last) {
    if (from == last) {
      return units.get(from).lemma();
    }
    StringBuilder lemmas = new StringBuilder();
    for (int i = from; i <= last; i++) {
      Unit unit = units.get(i);
      boolean apart = unit.part().isEmpty() && !lemmas.isEmpty() && !unit.isBreak();
      boolean topic = unit.lemma().equals(JapaneseUnits.TOPIC);
      lemmas.append(apart ? " " : "").append(topic ? "が" : unit.lemma());
    }
    return lemmas.toString();
  }

  private static boolean loud(List<Unit> units, int from, int last) {
    for (int i = from; i <= last; i++) {
      if (units.get(i).loud()) {
        return true;
      }
    }
    return false;
  }

  private record Found(int last, LexiconEntry meaning) {}

  private static final class Node {
    final Map<String, Node> next = new HashMap<>();
    @Nullable LexiconEntry meaning;
  }
}
