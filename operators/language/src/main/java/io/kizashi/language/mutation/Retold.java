package io.kizashi.language.mutation;

import io.kizashi.schema.Emotion;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Touchpoints as they might have been. */
final class Retold {
  private Retold() {}

  /** The same so much later, or earlier. */
  static Touchpoint later(Touchpoint it, long millis) {
    return of(it, it.type(), it.time() + millis, it.setting(), it.emotion(), it.properties());
  }

  static Touchpoint ofType(Touchpoint it, String type) {
    return of(it, type, it.time(), it.setting(), it.emotion(), it.properties());
  }

  static Touchpoint on(Touchpoint it, String channel) {
    return of(
        it, it.type(), it.time(), it.setting().withChannel(channel), it.emotion(), it.properties());
  }

  static Touchpoint with(Touchpoint it, String property, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(it.properties());
    all.put(property, value);
    return of(it, it.type(), it.time(), it.setting(), it.emotion(), all);
  }

  static Touchpoint without(Touchpoint it, String property) {
    Map<String, Object> all = new LinkedHashMap<>(it.properties());
    all.remove(property);
    return of(it, it.type(), it.time(), it.setting(), it.emotion(), all);
  }

  /** The same with another valence; none where it says nothing of feelings. */
  static Stream<Touchpoint> feeling(Touchpoint it, double valence) {
    return it
        .emotion()
        .filter(emotion -> Math.abs(valence) <= 1)
        .map(e -> new Emotion(valence, e.arousal(), e.label(), e.confidence(), e.source()))
        .map(e -> of(it, it.type(), it.time(), it.setting(), Optional.of(e), it.properties()))
        .stream();
  }

  /** All of them once more, under ids of their own. */
  static List<Touchpoint> again(List<Touchpoint> given, int round, long millis) {
    return given.stream().map(it -> later(it, millis).under(it.id() + "-" + round)).toList();
  }

  /** Those from one on so much later. */
  static List<Touchpoint> from(List<Touchpoint> given, int first, long shift) {
    return IntStream.range(0, given.size())
        .mapToObj(i -> i < first ? given.get(i) : later(given.get(i), shift))
        .toList();
  }

  /** All of them several times, a period apart. */
  static List<Touchpoint> rounds(List<Touchpoint> given, int rounds, long period) {
    List<Touchpoint> all = new ArrayList<>(given);
    for (int round = 1; round < rounds; round++) {
      all.addAll(again(given, round + 1, round * period));
    }
    all.sort(Comparator.comparing(Touchpoint::time));
    return all;
  }

  /** Every story in which one touchpoint has given place to another. */
  static Stream<List<Touchpoint>> eachOne(
      List<Touchpoint> given, Function<Touchpoint, Stream<Touchpoint>> instead) {
    return each(given, it -> instead.apply(it).map(List::of));
  }

  /** Every story in which one touchpoint has given place to others. */
  static Stream<List<Touchpoint>> each(
      List<Touchpoint> given, Function<Touchpoint, Stream<List<Touchpoint>>> instead) {
    return IntStream.range(0, given.size())
        .boxed()
        .flatMap(
            i ->
                instead
                    .apply(given.get(i))
                    .map(
                        others -> {
                          List<Touchpoint> all = new ArrayList<>(given);
                          all.remove((int) i);
                          all.addAll(i, others);
                          return all;
                        }));
  }

  private static Touchpoint of(
      Touchpoint it,
      String type,
      long time,
      Setting setting,
      Optional<Emotion> emotion,
      Map<String, Object> properties) {
    return new Touchpoint(
        it.id(),
        type,
        time,
        it.cameUnder(),
        it.actor(),
        setting,
        emotion,
        it.text(),
        properties,
        time);
  }
}
