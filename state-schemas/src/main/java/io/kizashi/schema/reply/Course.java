package io.kizashi.schema.reply;

import java.util.List;
import java.util.Optional;

/**
 * How far a customer came in one rule that began. Times are milliseconds since the epoch.
 *
 * @param rule its name
 * @param standing moments of it that stand, the newest first
 * @param waiting how many attempts wait
 * @param awaited what the newest of these waits for
 * @param ended how many attempts, of what is retained, came to nothing
 * @param halt the one of these that ended last
 */
public record Course(
    String rule,
    List<Standing> standing,
    int waiting,
    Optional<Wait> awaited,
    int ended,
    Optional<Halt> halt) {
  /** Copies the moments. */
  public Course {
    standing = List.copyOf(standing);
  }

  /** A moment that stands. */
  public record Standing(String id, long detectedAt) {}

  /**
   * Where an attempt began, and where it is.
   *
   * @param anchor id of the touchpoint that it began with
   * @param since when that was
   * @param step the step that it is at, 1 for the first
   * @param steps how many there are
   */
  public record Way(String anchor, long since, int step, int steps) {}

  /**
   * What an attempt waits for.
   *
   * @param way where it is
   * @param type of the touchpoints that its step looks for, {@code any} for all
   * @param where what else must hold of these, as the author wrote it; may be empty
   * @param silence whether none of these may come; else one must
   * @param number which of them comes next, 1 for the first
   * @param times how many must come
   * @param until when it ends, {@link io.kizashi.schema.Time#NEVER} for never
   */
  public record Wait(
      Way way, String type, String where, boolean silence, int number, int times, long until) {}

  /**
   * What an attempt came to nothing by.
   *
   * @param way where it was
   * @param obstacle what it was
   * @param at when
   * @param by id of the touchpoint or of the moment that stopped it; may be empty
   * @param condition what did not hold, or the place in the rulebook of what can't be read; may be
   *     empty
   */
  public record Halt(Way way, Obstacle obstacle, long at, String by, String condition) {}

  /** What an attempt can come to nothing by. */
  public enum Obstacle {
    /** What its step looks for did not come in time. */
    TOO_LATE("too_late"),
    /** A touchpoint came that must not. */
    BROKEN("broken"),
    /** A newer attempt took its place. */
    REPLACED("replaced"),
    /** What the rule excepts came. */
    EXCEPTED("excepted"),
    /** The date that it waits for can't be read, or lies behind. */
    NO_DATE("no_date"),
    /** The rule's condition did not hold at its end. */
    CONDITION("condition"),
    /** The rule's condition could not be read at its end. */
    UNREAD("unread"),
    /** Another moment of the rule stands too short a time before. */
    ONCE_PER("once_per");

    private final String wire;

    Obstacle(String wire) {
      this.wire = wire;
    }

    /** As records spell it. */
    public String wire() {
      return wire;
    }
  }
}
