package io.kizashi.language.read;

import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Reads time zones. */
final class ZoneReader {
  private ZoneReader() {}

  static Optional<ZoneId> read(Scalar name, Problems problems) {
    if (ZoneId.getAvailableZoneIds().contains(name.text())) {
      return Optional.of(ZoneId.of(name.text()));
    }
    Optional<String> meant = meant(name.text());
    problems.error(
        name.at(),
        "unknown_word",
        "'" + name.text() + "' is no time zone",
        Nearest.to(name.text(), ZoneId.getAvailableZoneIds())
            .map(nearest -> "did you mean '" + nearest + "'?")
            .orElse("zones go by region and city: Asia/Tokyo"),
        meant.flatMap(it -> Fix.whole(name, it)));
    return meant.map(ZoneId::of);
  }

  /** The zone of a mistyped name, or of a city alone. */
  private static Optional<String> meant(String name) {
    List<String> ofCity =
        ZoneId.getAvailableZoneIds().stream().filter(it -> it.endsWith("/" + name)).toList();
    return ofCity.size() == 1
        ? Optional.of(ofCity.get(0))
        : Nearest.certain(name, ZoneId.getAvailableZoneIds());
  }
}
