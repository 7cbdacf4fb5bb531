package io.kizashi.core.detect;

import io.kizashi.core.detect.Timeline.Seen;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which matter each touchpoint of a timeline belongs to, as a rule's {@code by} says: one of
 * several carts, cases or quotes. What names none belongs to every matter, but as an anchor to one
 * of its own. Without {@code by} all is one matter.
 */
final class Matters {
  /** The matter of all. */
  private static final Object ONE = "";

  private final List<Seen> timeline;

  /** By index; empty where the rule knows no matters. */
  private final List<Optional<Object>> named;

  Matters(List<Seen> timeline, Optional<Value> by) {
    this.timeline = timeline;
    this.named = by.map(value -> named(timeline, value)).orElse(List.of());
  }

  private static List<Optional<Object>> named(List<Seen> timeline, Value by) {
    List<Optional<Object>> named = new ArrayList<>(timeline.size());
    // Most touchpoints are about no matter: nobody need hear of it.
    Misses uncounted = new Misses();
    for (Seen seen : timeline) {
      named.add(by.of(Bindings.none().event(seen.view()), uncounted).filter(it -> !it.equals("")));
    }
    return named;
  }

  /** The matter of an attempt, by its anchor's index. */
  Object of(int anchor) {
    return named.isEmpty()
        ? ONE
        : named.get(anchor).orElseGet(() -> timeline.get(anchor).position());
  }

  /**
   * Whether two anchors are about one matter.
   *
   * @param name by which each is known; of one that has left nobody knows its matter
   */
  boolean areOne(Function<Seen, String> name, String one, String other) {
    Optional<Object> matter = matter(name, one);
    return named.isEmpty() || (matter.isPresent() && matter.equals(matter(name, other)));
  }

  private Optional<Object> matter(Function<Seen, String> name, String anchor) {
    return IntStream.range(0, named.size())
        .filter(i -> name.apply(timeline.get(i)).equals(anchor))
        .mapToObj(this::of)
        .findFirst();
  }

  /** Whether an attempt sees what stands at an index. */
  boolean sees(Object matter, int index) {
    return named.isEmpty() || named.get(index).isEmpty() || named.get(index).get().equals(matter);
  }
}
