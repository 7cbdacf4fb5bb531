package io.kizashi.pipeline;

import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problems;
import io.kizashi.pipeline.ConfigReader.Value;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.TimeSources;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads who proves time, and whose stream has an end. */
final class SourcesReader {
  /** Each is remembered by partition, and a heartbeat of each lies in every partition. */
  private static final int MOST = 64;

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

  private final Problems problems;

  SourcesReader(Problems problems) {
    this.problems = problems;
  }

  TimeSources read(HeartbeatMode heartbeats, List<Value> declared, List<Value> finite) {
    Set<String> known = names(ConfigKey.SOURCES, heartbeats, declared);
    Set<String> ending = names(ConfigKey.FINITE, heartbeats, finite);
    for (Value name : finite) {
      if (!known.isEmpty() && !known.contains(name.text())) {
        problems.error(
            name.at(),
            "bad_value",
            "'finite' names '" + name.text() + "', which is not among 'sources'",
            Nearest.hint(name.text(), List.copyOf(known)));
      }
    }
    return new TimeSources(known, ending);
  }

  private Set<String> names(ConfigKey key, HeartbeatMode heartbeats, List<Value> names) {
    if (names.isEmpty()) {
      return Set.of();
    }
    String setting = "'" + key.path() + "'";
    Value first = names.get(0);
    if (heartbeats != HeartbeatMode.SOURCES) {
      refuse(
          first,
          setting + " means nothing with 'heartbeats: " + heartbeats.wire() + "'",
          "leave it out, or write heartbeats: sources");
    }
    if (names.size() > MOST) {
      refuse(
          first,
          setting + " holds " + names.size() + " names",
          "name at most " + MOST + "; sources of one kind can share a name and its heartbeats");
    }
    Set<String> seen = new HashSet<>();
    for (Value name : names) {
      if (name.text().length() > Bounds.SOURCE_CHARS || !name.text().matches(NAME)) {
        refuse(
            name,
            setting + " can't hold '" + name.text() + "'",
            "a name is 1 to "
                + Bounds.SOURCE_CHARS
                + " letters, digits, '.', '_' and '-', as heartbeats write it");
      } else if (!seen.add(name.text())) {
        refuse(name, setting + " holds '" + name.text() + "' twice", "name it once");
      }
    }
    return new TreeSet<>(seen);
  }

  private void refuse(Value at, String message, String hint) {
    problems.error(at.at(), "bad_value", message, hint);
  }
}
