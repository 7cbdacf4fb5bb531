package io.kizashi.schema;

import java.time.Instant;

/** Every limit on what is read, kept or written, each with its reason. */
public final class Bounds {
  /** Parts of one touchpoint that are told to be cut; each is a record for whoever wrote it. */
  public static final int FLAWS = 8;

  /** Bytes of one touchpoint: a chat line with its context fits many times over. */
  public static final int RECORD_BYTES = 64 * 1024;

  /** Bytes of one control record: as large as the broker takes on the topic of rulebooks. */
  public static final int CONTROL_BYTES = 8 * 1024 * 1024;

  /** Nesting of one touchpoint: the contract needs five levels. */
  public static final int JSON_DEPTH = 8;

  /** Characters of one string; a contact-centre utterance stays well below. */
  public static final int STRING_CHARS = 8 * 1024;

  /** Characters of an identifier, type, channel or property name; it becomes part of keys. */
  public static final int NAME_CHARS = 256;

  /** Characters of the name by which a heartbeat says whose it is. */
  public static final int SOURCE_CHARS = 64;

  /** Characters of an id that may name nobody: the longest such word, some blanks and brackets. */
  public static final int PLACEHOLDER_CHARS = 48;

  /** Further words for nobody: each system writes two or three. */
  public static final int PLACEHOLDERS = 64;

  /** Names in {@code properties}; more is a document, not a touchpoint. */
  public static final int PROPERTIES = 64;

  /** Lists and objects within each other in one property: an order's lines, each with its tags. */
  public static final int PROPERTY_DEPTH = 3;

  /** Values in the list or the object of one property: an order of thirty lines of three each. */
  public static final int PROPERTY_VALUES = 100;

  /** Bytes of names, texts (UTF-8), numbers (8) and truths (1) in one: a history keeps them all. */
  public static final int PROPERTY_BYTES = 4 * 1024;

  /** Entries of {@code values}; Schmitt names five experience modules. */
  public static final int VALUES = 8;

  /** JSON tokens of one touchpoint, unknown fields included. */
  public static final int JSON_TOKENS = 1024;

  /** Earliest time of a touchpoint: below lie unset clocks (epoch 0), not customers. */
  public static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

  /** Latest time of a touchpoint: RFC 3339 ends with the year 9999. */
  public static final long LATEST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  /** Milliseconds a live touchpoint may lie beyond its record's timestamp: clocks drift. */
  public static final long FUTURE_MILLIS = 5 * 60_000L;

  /** Identifiers remembered per customer for dropping duplicates, as the contract promises. */
  public static final int SEEN_IDS = 1_000;

  /** Touchpoints a rulebook may ask to retain per customer: state stays below about 256 KiB. */
  public static final int HISTORY_TOUCHPOINTS = 1_000;

  /** Touchpoints kept beyond the asked number, so that eviction is paid once in many. */
  public static final int HISTORY_SLACK = 32;

  /** Days a rulebook may ask to retain: a year and its leap day. */
  public static final int HISTORY_DAYS = 366;

  /** Moments remembered per customer, newest first to stay: open and retractable ones are few. */
  public static final int MOMENTS = 256;

  /** Decisions remembered per customer: as many as moments can cause. */
  public static final int DECISIONS = 256;

  /**
   * Records of a sort remembered per customer as written between a checkpoint and a restart: as
   * many as decisions, issued and taken back.
   */
  public static final int SAID = 512;

  /** Touchpoints kept of a frozen customer until the thaw: as many as a history may have. */
  public static final int FROZEN_TOUCHPOINTS = HISTORY_TOUCHPOINTS;

  /** Properties of one profile. */
  public static final int PROFILE_PROPERTIES = 64;

  /** Values kept of one property: what was known is asked for as far back as touchpoints last. */
  public static final int PROFILE_VALUES = 64;

  /** Rows that one signal keeps of touchpoints beyond the history: eleven a day for a year. */
  public static final int PROJECTED_ROWS = 4_096;

  /** Days a signal may look back: three years and a quarter's grace for yearly rhythms. */
  public static final int SIGNAL_DAYS = 1_100;

  /** Days ahead that data may set a deadline: contracts of three years. */
  public static final int DEADLINE_DAYS = 1_100;

  /** Steps of one pattern: a story of more is several moments. */
  public static final int PATTERN_STEPS = 16;

  /**
   * Days after the last touchpoint at which nothing can fall due any more: each step of a pattern
   * may wait for a deadline that data sets, the one after the other.
   */
  public static final int LOOKAHEAD_DAYS = PATTERN_STEPS * DEADLINE_DAYS;

  /** Bytes of a rejected record that are kept with the rejection. */
  public static final int REJECTED_BYTES = 64 * 1024;

  /** Bytes of a record that is written: 1 MB, as a producer takes, less its key and headers. */
  public static final int OUTPUT_BYTES = 1_000_000;

  /** Characters of the id of an inquiry: a random one of 128 bits fits twice. */
  public static final int INQUIRY_CHARS = 64;

  /** Bytes of what is answered of one customer: as many as a touchpoint may have. */
  public static final int REPLY_BYTES = 64 * 1024;

  private Bounds() {}
}
