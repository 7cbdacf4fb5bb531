package io.kizashi.language.mutation;

import io.kizashi.schema.Emotion;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
