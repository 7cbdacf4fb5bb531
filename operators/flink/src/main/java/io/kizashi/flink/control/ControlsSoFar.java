package io.kizashi.flink.control;

import io.kizashi.schema.Control;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * What people have told the engine up to now. A task reads it as it opens, so that no touchpoint is
 * decided by rules that were replaced, or without a pause, because the input that brings them is
 * slower. Travels with the job.
 */
@FunctionalInterface
public interface ControlsSoFar extends Serializable {
  /** Nobody has said anything. */
  ControlsSoFar NONE = List::of;

  /**
   * All publications and pauses, of each kind the oldest first.
   *
   * @throws IOException if they can't be read to their end as of now
   */
  List<Control> read() throws IOException;
}
