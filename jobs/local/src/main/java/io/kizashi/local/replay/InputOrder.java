package io.kizashi.local.replay;

import io.kizashi.schema.Rfc3339;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far the lines of a recording are from the order of their times. A file is played as it is
 * written: a deadline that an earlier line has proven is judged without what stands behind it.
 *
 * @param play in which order they were played all the same
 * @param lines those that tell a time that is believed
 * @param late those that come more than {@code disorder} behind an earlier line
 * @param furthest the most that one comes behind, milliseconds
 * @param disorder milliseconds that the rulebook waits for what comes late
 * @param beyond those that lie beyond {@code latest}
 * @param latest the latest time that is believed, milliseconds since the epoch
 */
public record InputOrder(
    Replay.Play play,
    long lines,
    long late,
    long furthest,
    long disorder,
    long beyond,
    long latest) {
  /** For people: nothing where all is in order, else a sentence each. */
  public List<String> asText() {
    List<String> told = new ArrayList<>();
    if (late > 0) {
      told.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d come more than %s late, by up to %s: %s",
              late,
              lines,
              span(disorder),
              span(furthest),
              switch (play) {
                case AS_RECORDED ->
                    "deadlines were judged before them; --sort plays the file by time";
                case BY_TIME -> "played by time all the same";
              }));
    }
    if (beyond > 0) {
      told.add(
          String.format(
              Locale.ROOT,
              "%,d set aside as in the future, later than %s; --as-of names the latest time that"
                  + " is believed",
              beyond,
              Rfc3339.format(latest)));
    }
    return told;
  }

  private static String span(long millis) {
    return Duration.ofMillis(millis).toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
