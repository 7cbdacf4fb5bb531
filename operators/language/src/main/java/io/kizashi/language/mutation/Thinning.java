package io.kizashi.language.mutation;

import java.util.Comparator;
import java.util.List;

/** Fewer stories where there are too many. */
final class Thinning {
  private Thinning() {}

  /** As many of all that none gives way to a larger one; of those too large some evenly. */
  static List<List<Story>> of(List<List<Story>> families, int most) {
    int share = most;
    int left = most;
    List<List<Story>> bySize = families.stream().sorted(Comparator.comparing(List::size)).toList();
    for (int i = 0; i < bySize.size(); i++) {
      share = left / (bySize.size() - i);
      left -= Math.min(share, bySize.get(i).size());
    }
    int each = share;
    return families.stream().map(family -> Mutants.evenly(family, each)).toList();
  }
}
