package io.kizashi.text;

import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.LearningBounds;
import io.kizashi.schema.Touchpoint;
import io.kizashi.text.learning.Learner;
import io.kizashi.text.learning.Recent;
import io.kizashi.text.learning.Testimony;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Learns from a recording as the engine's stages do from what comes in, by the recording's own
 * time: what lies up to an epoch behind the newest touchpoint so far comes in its order. Remembers
 * the customers of a day. Not thread-safe.
 */
public final class Study {
  /** How far out of order a recording may be; also how often customers are looked through. */
  private static final long DISORDER = LearningBounds.EPOCH_MILLIS;

  private final Learner learner = new Learner();
  private final Map<String, Recent> customers = new HashMap<>();

  /** Who has answered, by the time of the answer. */
  private final TreeMap<Long, TreeSet<String>> waiting = new TreeMap<>();

  private long newest;
  private long forgotten;

  /** Takes a touchpoint; gives the lexicons of epochs that are over now. */
  public List<LearnedLexicon> add(Touchpoint touchpoint) {
    Testimony testimony = Witness.hear(touchpoint);
    if (!testimony.isEmpty()) {
      String customer = touchpoint.cameUnder().text();
      customers.merge(
          customer,
          Recent.EMPTY.with(touchpoint.position(), testimony),
          (known, next) -> known.with(touchpoint.position(), testimony));
      if (testimony.answer().isPresent()) {
        waiting.computeIfAbsent(touchpoint.time(), time -> new TreeSet<>()).add(customer);
      }
    }
    newest = Math.max(newest, touchpoint.time());
    return proven(newest - DISORDER);
  }

  /** Nothing more comes: gives the lexicons of the epochs that are left. */
  public List<LearnedLexicon> end() {
    return proven(Long.MAX_VALUE);
  }

  /** What has been learned so far. */
  public LearnedLexicon lexicon() {
    return learner.lexicon();
  }

  private List<LearnedLexicon> proven(long time) {
    while (!waiting.isEmpty() && waiting.firstKey() <= time) {
      Map.Entry<Long, TreeSet<String>> due = waiting.pollFirstEntry();
      due.getValue().forEach(customer -> due(customer, due.getKey()));
    }
    if (time - DISORDER > forgotten) {
      forgotten = time;
      customers.replaceAll((id, known) -> known.since(time - LearningBounds.WINDOW_MILLIS));
      customers.values().removeIf(Recent::isEmpty);
    }
    return learner.close(time);
  }

  private void due(String customer, long time) {
    Recent known = customers.getOrDefault(customer, Recent.EMPTY);
    Recent.Due due = known.due(time);
    due.experiences().forEach(learner::add);
    customers.put(customer, due.rest());
  }
}
