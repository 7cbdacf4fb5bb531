package io.kizashi.oracle.moments;

import io.kizashi.core.rules.Rules;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.Touchpoint;
import java.util.List;

/** An engine that is told a story of one customer. */
public interface CheckedEngine extends AutoCloseable {
  /** Starts engines. */
  interface Maker {
    /**
     * An engine at the start of a story.
     *
     * @param document the rulebook
     * @param rules the same, compiled
     */
    CheckedEngine start(RulebookDocument document, Rules rules);
  }

  /** What became of the touchpoints so far. */
  record Counts(long folded, long duplicates, long late) {}

  /** A touchpoint arrives. */
  void arrives(Touchpoint touchpoint);

  /** Time is proven; it never goes back. */
  void proven(long time);

  /** What became of all that arrived. */
  Counts counts();

  /** The moments detected and not retracted, in order. */
  List<ShownMoments> standing();

  /** Everything that was recommended or taken back, in order. */
  List<String> recommendations();

  @Override
  void close();
}
