package io.kizashi.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;

/** Times on the wire: RFC 3339, written in UTC with milliseconds. */
public final class Rfc3339 {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final int SHORTEST = "2000-01-01T00:00:00Z".length();
  private static final int YEAR_DIGITS = 4;
  private static final int AT_SECONDS = 16;
  private static final int AT_FRACTION = 19;
  private static final int OFFSET_CHARS = "+09:00".length();

  private Rfc3339() {}

  /** The text of a time in milliseconds since the epoch. */
  public static String format(long time) {
    return WRITTEN.format(Instant.ofEpochMilli(time));
  }

  /** Milliseconds since the epoch, finer parts cut; empty where the text is no RFC 3339 time. */
  public static OptionalLong parse(String text) {
    if (!isShapedWell(text)) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(OffsetDateTime.parse(text).toInstant().toEpochMilli());
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  /** Whether a text is a time of day to which only the zone is missing. */
  static boolean lacksZone(String text) {
    try {
      LocalDateTime.parse(text);
      return !text.endsWith("."); // Java allows a point without a fraction
    } catch (DateTimeException e) {
      return false;
    }
  }

  /**
   * ISO 8601 as Java reads it also allows years of five digits, times without seconds, a point
   * without a fraction, and offsets of other forms than {@code +09:00}.
   */
  private static boolean isShapedWell(String text) {
    int length = text.length();
    return length >= SHORTEST
        && text.charAt(YEAR_DIGITS) == '-'
        && text.charAt(AT_SECONDS) == ':'
        && (text.charAt(AT_FRACTION) != '.'
            || isDigit(text.charAt(Math.min(AT_FRACTION + 1, length - 1))))
        && (isZulu(text.charAt(length - 1)) || isSign(text.charAt(length - OFFSET_CHARS)));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isZulu(char c) {
    return c == 'Z' || c == 'z';
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-';
  }
}
