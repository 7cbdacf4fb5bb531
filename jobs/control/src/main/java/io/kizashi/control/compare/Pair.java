package io.kizashi.control.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What is the same thing on both sides; at least one side has it.
 *
 * @param <T> moments or actions
 */
record Pair<T extends Outcome>(Optional<T> a, Optional<T> b) {
  /** Pairs what has one key: first what has the same id, the rest in its order. */
  static <T extends Outcome> List<Pair<T>> match(List<T> a, List<T> b, Function<T, String> key) {
    Map<String, List<T>> rest = new LinkedHashMap<>();
    b.forEach(one -> rest.computeIfAbsent(key.apply(one), k -> new ArrayList<>()).add(one));
    List<Pair<T>> pairs = new ArrayList<>();
    List<T> alone = new ArrayList<>();
    for (T one : a) {
      Optional<T> twin = take(rest, key.apply(one), other -> other.id().equals(one.id()));
      twin.ifPresentOrElse(
          found -> pairs.add(new Pair<>(Optional.of(one), Optional.of(found))),
          () -> alone.add(one));
    }
    for (T one : alone) {
      pairs.add(new Pair<>(Optional.of(one), take(rest, key.apply(one), other -> true)));
    }
    rest.values().stream()
        .flatMap(List::stream)
        .forEach(one -> pairs.add(new Pair<>(Optional.empty(), Optional.of(one))));
    return pairs;
  }

  private static <T> Optional<T> take(Map<String, List<T>> rest, String key, Predicate<T> fits) {
    List<T> of = rest.getOrDefault(key, List.of());
    Optional<T> found = of.stream().filter(fits).findFirst();
    found.ifPresent(of::remove);
    return found;
  }
}
