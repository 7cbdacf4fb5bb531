package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.Yaml;
import java.util.ArrayList;
import java.util.List;

/**
 * When an action is sent, and how long it lives then. Both spans are milliseconds.
 *
 * @param after how long after the moment it is due at the soonest
 * @param responsive whether it waits for an hour in which messages were welcome
 */
record Timing(long after, boolean responsive, long expires) {
  /** The same, which expires at another time. */
  Timing expires(long other) {
    return new Timing(after, responsive, other);
  }

  /** The same at any hour. */
  Timing anyHour() {
    return new Timing(after, false, expires);
  }

  /** How the rulebook writes it. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("expires: " + Yaml.span(expires));
    if (after > 0) {
      lines.add("after: " + Yaml.span(after));
    }
    if (responsive) {
      lines.add("hours: responsive");
    }
    return lines;
  }
}
