package io.kizashi.schema;

/**
 * A source is gone for good: time waits for its heartbeats no more. A source that comes back takes
 * another name.
 *
 * @param source what its heartbeats name, 1 to {@link Bounds#SOURCE_CHARS} characters
 * @param by who said so; may be empty
 * @param why what for; may be empty
 */
public record Retirement(String source, String by, String why) {
  /** Refuses names that no heartbeat has. */
  public Retirement {
    if (source.isEmpty() || source.length() > Bounds.SOURCE_CHARS) {
      throw new IllegalArgumentException(
          "a source is called by 1 to " + Bounds.SOURCE_CHARS + " characters");
    }
  }

  /** The key of its record, which is that of no other control. */
  public String key() {
    return "source=" + source;
  }
}
