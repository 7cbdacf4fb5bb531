package io.kizashi.flink.proof;

import java.io.IOException;
import java.io.Serializable;
import java.util.Set;

/** Which sources are gone by somebody's word. Travels with the job. */
@FunctionalInterface
public interface RetiredSources extends Serializable {
  /** Nobody is gone. */
  RetiredSources NONE = Set::of;

  /**
   * Their names.
   *
   * @throws IOException if they can't be read to their end as of now
   */
  Set<String> read() throws IOException;
}
