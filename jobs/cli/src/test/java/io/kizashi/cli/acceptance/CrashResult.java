package io.kizashi.cli.acceptance;

import java.util.List;
import java.util.Locale;

/**
 * What came of one round of the crash drill.
 *
 * @param orphans recommendations that stood when the engine was dead, were said after its
 *     checkpoint, and do not stand where nothing happens
 * @param places where it was killed
 * @param broken what should not be
 */
record CrashResult(
    CrashPlan plan, int orphans, List<String> places, double seconds, List<String> broken) {
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d orphans, killed %s; %.1f s%s",
        plan,
        orphans,
        String.join(", then ", places),
        seconds,
        broken.isEmpty() ? "" : "; BROKEN\n  " + String.join("\n  ", broken));
  }
}
