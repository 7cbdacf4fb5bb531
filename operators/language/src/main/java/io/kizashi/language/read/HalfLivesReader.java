package io.kizashi.language.read;

import io.kizashi.core.signal.HalfLives;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.schema.Bounds;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads after how long what a customer felt counts half. */
final class HalfLivesReader {
  /** What holds for the channels that are not named. */
  private static final String OTHER = "other";

  /** Channels with a half-life of their own: each costs every customer some bytes. */
  private static final int MOST = 32;

  private static final String KEY = "half-life";
  private static final long LEAST = 1_000L;
  private static final long LONGEST = Bounds.HISTORY_DAYS * 24 * 3_600_000L;

  private final Problems problems;

  HalfLivesReader(Problems problems) {
    this.problems = problems;
  }

  HalfLives halfLives(Fields top) {
    Optional<Fields> emotion =
        top.get("emotion").flatMap(node -> Fields.of(node, Keys.FADING, problems));
    Optional<YamlNode> written =
        emotion.flatMap(fields -> fields.required(KEY, "half-life: { call: 30m, email: 2d }"));
    if (written.isPresent() && written.get() instanceof Mapping mapping) {
      return Fields.of(mapping, KEY, problems).map(this::byChannel).orElse(HalfLives.DEFAULT);
    }
    return HalfLives.all(
        emotion
            .filter(fields -> written.isPresent())
            .map(fields -> duration(fields, KEY))
            .orElse(HalfLives.HALF_HOUR));
  }

  private HalfLives byChannel(Fields fields) {
    Map<String, Long> lives = new HashMap<>();
    fields.named().keySet().forEach(channel -> lives.put(channel, duration(fields, channel)));
    if (lives.size() > MOST) {
      problems.error(
          fields.at(), "out_of_bounds", "there are more than " + MOST + " channels here", "");
    }
    Optional<Long> other = Optional.ofNullable(lives.remove(OTHER));
    return new HalfLives(other.orElse(HalfLives.HALF_HOUR), lives);
  }

  private static long duration(Fields fields, String key) {
    OptionalLong read = fields.duration(key, LEAST, LONGEST);
    return read.orElse(HalfLives.HALF_HOUR);
  }
}
