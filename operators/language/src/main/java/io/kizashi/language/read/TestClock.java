package io.kizashi.language.read;

import io.kizashi.schema.Bounds;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as a rulebook's tests write them: {@code 10:30} or {@code 10:30:05} on {@link #DAY}, or
 * with a date of their own, {@code 2026-03-05T10:30}.
 *
 * @param zone where they are told
 */
public record TestClock(ZoneId zone) {
  /** The day of a bare time: a Monday, far from holidays and changes of the clocks. */
  public static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static final Pattern FORM =
      Pattern.compile("(?:(\\d{4}-\\d{2}-\\d{2})T)?(\\d{2}:\\d{2}(?::\\d{2})?)");

  /** Milliseconds since the epoch; empty where the text tells no time that ever is there. */
  public OptionalLong read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return OptionalLong.empty();
    }
    try {
      LocalDate date = form.group(1) == null ? DAY : LocalDate.parse(form.group(1));
      return millis(date.atTime(LocalTime.parse(form.group(2))));
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private OptionalLong millis(LocalDateTime local) {
    boolean skipped = zone.getRules().getValidOffsets(local).isEmpty();
    long time = local.atZone(zone).toInstant().toEpochMilli();
    return skipped || time < Bounds.EARLIEST || time > Bounds.LATEST
        ? OptionalLong.empty()
        : OptionalLong.of(time);
  }

  /** A time as a test would write it. */
  public String text(long time) {
    LocalDateTime local = Instant.ofEpochMilli(time).atZone(zone).toLocalDateTime();
    return local.toLocalDate().equals(DAY) ? local.toLocalTime().toString() : local.toString();
  }
}
