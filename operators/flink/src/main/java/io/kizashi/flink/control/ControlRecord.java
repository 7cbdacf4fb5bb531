package io.kizashi.flink.control;

import io.kizashi.schema.Control;
import java.util.Arrays;

/**
 * One entry of what a task leaves in a checkpoint about controls.
 *
 * @param kind what it is about
 * @param at event time, milliseconds since the epoch: since when a rulebook is in force, or how far
 *     time was proven
 * @param control the publication or pause
 */
public record ControlRecord(Kind kind, long at, Control control) {
  /** What an entry is about. State holds the number and never the name. */
  public enum Kind {
    /** A rulebook that is or was in force; in this order they followed each other. */
    ACTIVATION(1),
    /** A rulebook that was published and is not compiled yet. */
    WAITING(2),
    /** A refused one: no other text may take its version. */
    REFUSED(3),
    /** Something that is not to be done for now. */
    PAUSE(4),
    /** The rulebook that a task has in force: every task writes since when. */
    SINCE(5),
    /** How far time was proven, written with the rulebook in force. */
    PROVEN(6);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** As state holds it. Savepoints would be read wrongly if a number changed. */
    public int code() {
      return code;
    }

    /**
     * The kind of a number.
     *
     * @throws IllegalStateException if this release knows none, so that nothing is restored in part
     */
    public static Kind of(int code) {
      return Arrays.stream(values())
          .filter(kind -> kind.code == code)
          .findAny()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "control state of kind "
                          + code
                          + " is not known to this release; restore with the one that wrote it"));
    }
  }
}
