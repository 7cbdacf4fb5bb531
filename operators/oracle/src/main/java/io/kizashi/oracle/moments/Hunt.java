package io.kizashi.oracle.moments;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Looks for a case on which engine and model differ, and makes it small. Several threads may look
 * at once: they take turns only where a case is made, which is a thirtieth of the work.
 */
public final class Hunt {
  /** Cases tried while one is made smaller. */
  private static final int PATIENCE = 2_000;

  /** Of so many stories, in one the engine is killed besides. */
  private static final int KILLED = 4;

  private final MomentCases cases;
  private final CheckedEngine.Maker engines;
  private final LongConsumer found;

  /**
   * Looks at what engines make of cases.
   *
   * @param found is told the seed of a case that differs at once: to make it small takes minutes
   */
  public Hunt(CheckedEngine.Maker engines, LongConsumer found) {
    this.cases = new MomentCases();
    this.engines = engines;
    this.found = found;
  }

  /** A difference in a case as small as it was made. */
  public record Find(MomentCase story, MomentCheck.Difference difference) {
    public String show() {
      return difference.text() + "\n\n" + story.show();
    }
  }

  /** What is wrong with the case of a seed, if anything is. */
  public Optional<Find> find(long seed) {
    boolean kills = Math.floorMod(seed, KILLED) == 0;
    MomentCase story = inSession(() -> cases.of(seed).value());
    return MomentCheck.differs(story, engines, kills)
        .map(
            it -> {
              found.accept(seed);
              return inSession(() -> smallest(cases.of(seed), new Find(story, it), kills));
            });
  }

  /** Whatever jqwik makes, it makes in a session, and in one at a time. */
  private static <T> T inSession(Supplier<T> made) {
    List<T> result = new ArrayList<>(1);
    JqwikSession.run(() -> result.add(made.get()));
    return result.get(0);
  }

  private Find smallest(Shrinkable<MomentCase> found, Find find, boolean kills) {
    Find smallest = find;
    Shrinkable<MomentCase> from = found;
    int patience = PATIENCE;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      Iterator<Shrinkable<MomentCase>> candidates = from.shrink().iterator();
      while (!smaller && candidates.hasNext() && patience-- > 0) {
        Shrinkable<MomentCase> candidate = candidates.next();
        Optional<Find> still = still(candidate.value(), find.difference(), kills);
        if (still.isPresent()) {
          smallest = still.get();
          from = candidate;
          smaller = true;
        }
      }
    }
    return withoutIdle(smallest, kills);
  }

  /** The case, if it differs in the same way. */
  private Optional<Find> still(MomentCase story, MomentCheck.Difference like, boolean kills) {
    return MomentCheck.differs(story, engines, kills)
        .filter(difference -> difference.refused() == like.refused())
        .map(difference -> new Find(story, difference));
  }

  /** Leaves out the rules and touchpoints that the difference does not need, many at a time. */
  private Find withoutIdle(Find find, boolean kills) {
    Find less = find;
    for (int i = less.story().rulebook().rules().size() - 1; i >= 0; i--) {
      less = still(less.story().withoutRule(i), less.difference(), kills).orElse(less);
    }
    for (int size = less.story().arrivals().size(); size > 0; size /= 2) {
      for (int from = 0; from < less.story().arrivals().size(); ) {
        Optional<Find> rest = still(less.story().without(from, size), less.difference(), kills);
        from += rest.isPresent() ? 0 : size;
        less = rest.orElse(less);
      }
    }
    return less;
  }
}
