package io.kizashi.flink.freeze;

import java.util.Arrays;

/**
 * A failure of the core, as owners see it: what failed and where in the code, without the data that
 * it failed at.
 *
 * @param text names the exception and the place
 */
public record Defect(String text) {
  private static final String OWN = "io.kizashi.";

  /** Of what the core has thrown. */
  public static Defect of(Throwable thrown) {
    String place =
        Arrays.stream(thrown.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(OWN))
            .findFirst()
            .map(frame -> " at " + frame)
            .orElse("");
    return new Defect("defect " + thrown.getClass().getName() + place);
  }

  /** A touchpoint of a frozen customer that can't be kept. */
  static Defect full(int most) {
    return new Defect(
        "defect before it, and " + most + " touchpoints wait already: no thaw is left");
  }

  /** A touchpoint of a frozen customer for which the stream's end is the end of waiting. */
  public static Defect before() {
    return new Defect("defect before it, and the stream has ended");
  }
}
