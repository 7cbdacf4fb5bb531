package io.kizashi.language.read;

import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.YamlNode.Entry;
import io.kizashi.language.yaml.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads on below mistyped keys, so that they hide no problem and cause none. */
final class MistypedKeys {
  /** Entries of a mapping whose keys are mended: one with more is no slip of the finger. */
  private static final int MOST_MENDED = 200;

  private MistypedKeys() {}

  /** A mapping with the keys that its mistyped ones must mean, but for those that it has. */
  static Mapping mended(Mapping written, Keys keys) {
    boolean many = written.entries().size() > MOST_MENDED;
    if (many || keys.built().containsAll(written.entries().keySet())) {
      return written;
    }
    Map<String, Entry> mended = new LinkedHashMap<>();
    written
        .entries()
        .forEach(
            (key, entry) ->
                mended.putIfAbsent(meant(key, keys.all(), written.entries().keySet()), entry));
    return new Mapping(written.at(), mended);
  }

  /** Whether a mapping could be one of these, its mistyped keys mended. */
  static boolean fit(Mapping written, Keys keys) {
    return keys.all().containsAll(mended(written, keys).entries().keySet());
  }

  private static String meant(String key, Set<String> known, Set<String> beside) {
    return known.contains(key)
        ? key
        : Nearest.certain(key, known).filter(it -> !beside.contains(it)).orElse(key);
  }
}
