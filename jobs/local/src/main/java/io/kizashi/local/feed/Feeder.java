package io.kizashi.local.feed;

import io.kizashi.schema.Bounds;

/**
 * Whose stream a feed writes, and beside whom.
 *
 * @param source what its heartbeats name, not empty; an engine believes its end where the settings
 *     call this one finite
 */
public record Feeder(String source, Company company) {
  /** What heartbeats of a feed name unless told otherwise. */
  public static final String SOURCE = "feed";

  /** A feed that has its topics to itself. */
  public static final Feeder ALONE = new Feeder(SOURCE, Company.ALONE);

  /** Refuses names that no settings could hold. */
  public Feeder {
    if (source.isBlank() || source.length() > Bounds.SOURCE_CHARS) {
      throw new IllegalArgumentException(
          "a source is called by 1 to " + Bounds.SOURCE_CHARS + " characters");
    }
  }

  /** Who else writes to the topic. */
  public enum Company {
    /** Nobody: the feed ends it. */
    ALONE,
    /** Others go on writing, so nothing is ended. */
    AMONG_OTHERS
  }
}
