package io.kizashi.flink;

import io.kizashi.schema.Control;
import java.util.Map;

/**
 * A part of what a task remembers of controls, as its state keeps it.
 *
 * @param kind what it is about
 * @param at event time, milliseconds since the epoch: since when a rulebook is in force, or how far
 *     time was proven
 * @param control the publication or pause
 */
record Memory(Kind kind, long at, Control control) {
  /** What a memory is about. */
  enum Kind {
    /** A rulebook that is or was in force; in this order they followed each other. */
    REIGN(1),
    /** A rulebook that was heard of and is not compiled yet. */
    WAITING(2),
    /** A refused one: its version is taken. */
    TAKEN(3),
    /** Something that is not to be done for now. */
    PAUSE(4),
    /** The rulebook that a task has in force: all tasks tell since when. */
    SINCE(5),
    /** How far time was proven, told with the rulebook in force. */
    NOW(6);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** As state keeps it: final. */
    int code() {
      return code;
    }

    static final Map<Integer, Kind> BY_CODE =
        Map.of(1, REIGN, 2, WAITING, 3, TAKEN, 4, PAUSE, 5, SINCE, 6, NOW);
  }
}
