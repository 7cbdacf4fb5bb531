package io.kizashi.core.signal;

import io.kizashi.schema.state.Projection.Row;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * After how long what a customer said counts half: a complaint in a chat is over when the chat is,
 * one in a mail waits for its answer.
 *
 * @param other milliseconds, where the channel is not named
 * @param byChannel milliseconds, of the channels that differ, in order
 */
public record HalfLives(long other, Map<String, Long> byChannel) {
  /** Half an hour: what happened in one contact counts together, yesterday's hardly. */
  public static final long HALF_HOUR = 30 * 60_000L;

  /** What holds where a rulebook says nothing. */
  public static final HalfLives DEFAULT = all(HALF_HOUR);

  /** Leaves out the channels that don't differ. */
  public HalfLives {
    Map<String, Long> differing = new TreeMap<>(byChannel);
    differing.values().removeIf(Long.valueOf(other)::equals);
    byChannel = Collections.unmodifiableMap(differing);
  }

  /** The same for all channels. */
  public static HalfLives all(long halfLife) {
    return new HalfLives(halfLife, Map.of());
  }

  /** That of a channel. */
  public long of(String channel) {
    return byChannel.getOrDefault(channel, other);
  }

  /** Fingerprint of what differs from the default; empty where nothing does. */
  public String definition() {
    return equals(DEFAULT) ? "" : other + " " + byChannel;
  }

  /** A value with its channel's half-life, where there are several. */
  private record Fading(long halfLife, Object value) {
    private static final char BETWEEN = ' ';

    static Fading of(Object value) {
      if (value instanceof Fading fading) {
        return fading;
      }
      String text = (String) value;
      int between = text.indexOf(BETWEEN);
      return new Fading(Long.parseLong(text.substring(0, between)), text.substring(between + 1));
    }

    String written() {
      return halfLife + String.valueOf(BETWEEN) + value;
    }
  }

  private boolean differ() {
    return !byChannel.isEmpty();
  }

  /** A value that was said on a channel. */
  Object said(String channel, Object value) {
    return differ() ? new Fading(of(channel), value) : value;
  }

  /** A value that several rows of one half-life have together. */
  Object together(long halfLife, Object value) {
    return differ() ? new Fading(halfLife, value) : value;
  }

  /** The half-life of a row. */
  long of(Row row) {
    return differ() ? Fading.of(row.value()).halfLife() : other;
  }

  /** The number in a row. */
  double number(Row row) {
    Object value = differ() ? Fading.of(row.value()).value() : row.value();
    return value instanceof Double number ? number : Double.parseDouble((String) value);
  }

  /** The text in a row. */
  String text(Row row) {
    return (String) (differ() ? Fading.of(row.value()).value() : row.value());
  }

  /** Rows as states keep them: a half-life stands before its value. */
  List<Row> written(List<Row> rows) {
    return differ()
        ? rows.stream()
            .map(row -> new Row(row.at(), Fading.of(row.value()).written(), row.weight()))
            .toList()
        : rows;
  }
}
