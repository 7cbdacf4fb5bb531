package io.kizashi.core.expression;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which touchpoints can make a difference to something, told by what is cheap to look at.
 *
 * @param all whether any touchpoint can
 * @param emotional whether one that carries an emotion can
 * @param types types that can
 */
public record Interest(boolean all, boolean emotional, Set<String> types) {
  /** No touchpoint makes a difference. */
  public static final Interest NONE = new Interest(false, false, Set.of());

  /** Every touchpoint may. */
  public static final Interest ALL = new Interest(true, false, Set.of());

  /** Those with an emotion may. */
  public static final Interest EMOTIONAL = new Interest(false, true, Set.of());

  /** Copies the types. */
  public Interest {
    types = Set.copyOf(types);
  }

  /** Touchpoints of these types; all where it is not known which. */
  public static Interest in(Optional<Set<String>> types) {
    return types.map(known -> new Interest(false, false, known)).orElse(ALL);
  }

  /** What makes a difference to either. */
  public Interest or(Interest other) {
    Set<String> both = new TreeSet<>(types);
    both.addAll(other.types);
    return new Interest(all || other.all, emotional || other.emotional, both);
  }

  /** Whether a touchpoint of a type, with an emotion or without, makes a difference. */
  public boolean covers(String type, boolean withEmotion) {
    return all || (emotional && withEmotion) || types.contains(type);
  }
}
