package io.kizashi.flink.sensing;

import io.kizashi.schema.LearnedLexicon;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** Where a task reads lexicons from as it starts; travels with the job. */
@FunctionalInterface
public interface LexiconSource extends Serializable {
  /** Lexicons as they are, none of them learned. */
  LexiconSource NONE = List::of;

  /** All lexicons, of which each touchpoint takes the one that counts at its time. */
  List<LearnedLexicon> read() throws IOException;
}
