package io.kizashi.core.detect;

import io.kizashi.schema.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where attempts of a rule are silent at last, from the newest anchor to the oldest. Of attempts
 * whose final silences overlap the newest stays: only one that has come as far takes the place of
 * an older one.
 *
 * <p>Each question costs as much as there are newer attempts.
 */
final class FinalSilences {
  private final List<Silence> silences = new ArrayList<>();

  private record Silence(Object matter, Position from, Position to) {}

  void add(Object matter, Position from, Position to) {
    silences.add(new Silence(matter, from, to));
  }

  /**
   * Where a newer attempt takes the place of one that is silent, if any does.
   *
   * @param matter what both are about
   * @param from where that one's silence begins
   * @param deadline when it would end
   */
  Optional<Position> replacing(Object matter, Position from, long deadline) {
    return silences.stream()
        .filter(newer -> newer.matter().equals(matter))
        .filter(newer -> newer.from().time() <= deadline && !from.isAfter(newer.to()))
        .map(newer -> newer.from().isAfter(from) ? newer.from() : from)
        .min(Comparator.naturalOrder());
  }
}
