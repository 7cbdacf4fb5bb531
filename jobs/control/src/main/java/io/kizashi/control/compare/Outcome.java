package io.kizashi.control.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A moment or an action as one side's outputs tell it, and how it ended. */
sealed interface Outcome permits MomentOutcome, ActionOutcome {
  /** The id on the wire. */
  String id();

  /** The moment's rule, or the action. */
  String name();

  /** When it was detected or decided, RFC 3339. */
  String time();

  /** Whether it was taken back in the end. */
  boolean retracted();

  /** All that is compared, and shown of it. */
  ObjectNode facts();
}
