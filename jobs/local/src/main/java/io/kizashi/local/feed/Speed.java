package io.kizashi.local.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast a recorded stream is published.
 *
 * @param factor seconds of the stream in one second; infinite for as fast as it goes
 */
public record Speed(double factor) {
  /** As fast as it goes. */
  public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)x?");

  /** Refuses a factor that is not above 0. */
  public Speed {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("a speed is above 0, such as 1x, 60x or max");
    }
  }

  /**
   * Reads {@code 10x}, {@code 0.5x}, {@code 10} or {@code max}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static Speed parse(String text) {
    if (text.equals("max")) {
      return MAX;
    }
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no speed; write 1x, 60x or max");
    }
    return new Speed(Double.parseDouble(matcher.group(1)));
  }

  @Override
  public String toString() {
    return unpaced() ? "max" : factor == Math.rint(factor) ? (long) factor + "x" : factor + "x";
  }

  /** Whether nothing is waited for. */
  public boolean unpaced() {
    return Double.isInfinite(factor);
  }
}
