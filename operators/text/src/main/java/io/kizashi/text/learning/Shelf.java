package io.kizashi.text.learning;

import io.kizashi.schema.LearnedLexicon;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Learned lexicons by their epochs, of which each touchpoint takes its own. Not thread-safe. */
public final class Shelf {
  private final NavigableMap<Long, LearnedLexicon> byStart = new TreeMap<>();
  private final int most;

  private Shelf(int most) {
    this.most = most;
  }

  /** A shelf that holds a few; of more go those that nobody needs. */
  public static Shelf of(int most) {
    return new Shelf(most);
  }

  /** A shelf that holds all. */
  public static Shelf unbounded() {
    return new Shelf(Integer.MAX_VALUE);
  }

  /**
   * Takes a lexicon; it replaces one of the same epoch.
   *
   * @param now a time up to which touchpoints have come; {@link Long#MIN_VALUE} if none has. What
   *     goes is the oldest, but not the one that is in force now: then it is the newest, which is
   *     learned again when time comes there
   */
  public void put(LearnedLexicon lexicon, long now) {
    byStart.put(lexicon.inForceFrom(), lexicon);
    if (byStart.size() > most) {
      boolean followed = byStart.higherKey(byStart.firstKey()) <= LearnedLexicon.epoch(now);
      if (followed || now == Long.MIN_VALUE) {
        byStart.pollFirstEntry();
      } else {
        byStart.pollLastEntry();
      }
    }
  }

  /** The newest lexicon that counts at a time; {@link LearnedLexicon#NONE} if there is none. */
  public LearnedLexicon at(long time) {
    Map.Entry<Long, LearnedLexicon> found = byStart.floorEntry(LearnedLexicon.epoch(time));
    return found == null ? LearnedLexicon.NONE : found.getValue();
  }

  /** All that it holds, the oldest first. */
  public Iterable<LearnedLexicon> all() {
    return byStart.values();
  }
}
