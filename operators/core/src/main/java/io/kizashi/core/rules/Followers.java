package io.kizashi.core.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rules look for the moments of others. No rule looks for its own, not even through others:
 * so each can be judged behind all that it looks for.
 */
public final class Followers {
  private final Map<String, MomentRule> byName = new LinkedHashMap<>();
  private final Map<String, List<MomentRule>> followers = new HashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();

  Followers(List<MomentRule> rules) {
    rules.forEach(rule -> byName.put(rule.name(), rule));
    for (MomentRule rule : rules) {
      rule.pattern()
          .follows()
          .distinct()
          .forEach(name -> followers.computeIfAbsent(name, n -> new ArrayList<>()).add(rule));
    }
    if (!followers.isEmpty()) {
      rules.forEach(this::depth);
    }
  }

  /** Whether no rule looks for moments. */
  public boolean isEmpty() {
    return followers.isEmpty();
  }

  /** Those that look for the moments of a rule. */
  public List<MomentRule> of(String rule) {
    return followers.getOrDefault(rule, List.of());
  }

  /** Some rules and all that hang on them, each behind those whose moments it looks for. */
  public List<MomentRule> with(Collection<MomentRule> some) {
    if (isEmpty()) {
      return List.copyOf(some);
    }
    Set<String> names = new HashSet<>();
    some.forEach(rule -> add(rule, names));
    return byName.values().stream()
        .filter(rule -> names.contains(rule.name()))
        .sorted(Comparator.comparing(rule -> depths.getOrDefault(rule.name(), 0)))
        .toList();
  }

  private void add(MomentRule rule, Set<String> names) {
    if (names.add(rule.name())) {
      of(rule.name()).forEach(follower -> add(follower, names));
    }
  }

  private int depth(MomentRule rule) {
    Integer known = depths.get(rule.name());
    if (known == null) {
      known = rule.pattern().follows().mapToInt(this::behind).max().orElse(0);
      depths.put(rule.name(), known);
    }
    return known;
  }

  private int behind(String name) {
    return Stream.ofNullable(byName.get(name)).mapToInt(rule -> depth(rule) + 1).sum();
  }

  /**
   * Milliseconds that two moments of a rule are detected apart at most where one took the place of
   * the other, or where what they follow did.
   */
  public long spacing(MomentRule rule) {
    long behind =
        rule.pattern()
            .follows()
            .flatMap(name -> Stream.ofNullable(byName.get(name)))
            .mapToLong(this::spacing)
            .max()
            .orElse(0);
    return Math.max(rule.spacing(), behind);
  }
}
