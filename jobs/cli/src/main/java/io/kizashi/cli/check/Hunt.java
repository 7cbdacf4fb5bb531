package io.kizashi.cli.check;

import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Shrinkable;

/** Looks for a case on which engine and model differ, and makes it small. */
final class Hunt {
  /** Cases tried while one is made smaller. */
  private static final int PATIENCE = 4_000;

  private final Cases cases;
  private final Engine.Maker engines;

  Hunt(Set<Feature> features, Engine.Maker engines) {
    this.cases = new Cases(features);
    this.engines = engines;
  }

  /** A difference in a case as small as it was made. */
  record Find(Case story, String difference) {
    String show() {
      return difference + "\n\n" + story.show();
    }
  }

  /** What is wrong with the case of a seed, if anything is. */
  Optional<Find> find(long seed) {
    Shrinkable<Case> found = cases.of(seed);
    return Check.differs(found.value(), engines).map(difference -> smallest(found, difference));
  }

  private Find smallest(Shrinkable<Case> found, String difference) {
    Shrinkable<Case> smallest = found;
    String said = difference;
    int patience = PATIENCE;
    boolean smaller = true;
    while (smaller && patience > 0) {
      smaller = false;
      for (Shrinkable<Case> candidate : (Iterable<Shrinkable<Case>>) smallest.shrink()::iterator) {
        if (patience-- <= 0) {
          break;
        }
        Optional<String> still = Check.differs(candidate.value(), engines);
        if (still.isPresent()) {
          smallest = candidate;
          said = still.get();
          smaller = true;
          break;
        }
      }
    }
    return new Find(smallest.value(), said);
  }
}
