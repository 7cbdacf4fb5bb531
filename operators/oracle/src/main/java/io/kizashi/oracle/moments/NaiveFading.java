package io.kizashi.oracle.moments;

import io.kizashi.oracle.story.Yaml;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * After how long what was said counts half, milliseconds by channel; {@code other} is for those
 * that are not named.
 */
record NaiveFading(Map<String, Long> lives) {
  private static final String OTHER = "other";
  private static final long MINUTE = 60_000;
  private static final long HALF_HOUR = 30 * MINUTE;

  /**
   * Some of them in a random rulebook, chosen by its own numbers so that cases shrink as before.
   */
  private static final List<NaiveFading> SOME =
      List.of(
          new NaiveFading(Map.of()),
          new NaiveFading(Map.of("web", 2 * 1_440 * MINUTE)),
          new NaiveFading(Map.of("web", MINUTE, "app", 5 * HALF_HOUR, OTHER, 2 * HALF_HOUR)),
          new NaiveFading(Map.of(OTHER, 6 * HALF_HOUR)));

  /** That of a rulebook. */
  static NaiveFading of(RandomRulebook rulebook) {
    return SOME.get(
        (int) (rulebook.rules().stream().mapToLong(RandomRule::openFor).sum() / MINUTE)
            % SOME.size());
  }

  /** What is left of 1 of a touchpoint, as an exponent of 2. */
  double exponent(Touchpoint touchpoint, long now) {
    long other = lives.getOrDefault(OTHER, HALF_HOUR);
    double age = now - touchpoint.time();
    return -age / lives.getOrDefault(touchpoint.setting().channel(), other);
  }

  String yaml() {
    return lives.isEmpty()
        ? ""
        : new TreeMap<>(lives)
            .entrySet().stream()
                .map(entry -> entry.getKey() + ": " + Yaml.span(entry.getValue()))
                .collect(Collectors.joining(", ", "emotion: { half-life: { ", " } }\n"));
  }
}
