package io.kizashi.core.rulebook;

import io.kizashi.core.expression.Interest;
import io.kizashi.schema.Touchpoint;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the few of many rules that a touchpoint can make a difference to, by its type. */
final class Plan {
  private final List<MomentRule> moments;
  private final Index caring;
  private final Index starting;
  private final boolean sessions;

  Plan(List<MomentRule> moments) {
    this.moments = List.copyOf(moments);
    this.caring = new Index(this.moments, MomentRule::interest);
    this.starting = new Index(this.moments, rule -> rule.pattern().first().fit().interest());
    this.sessions = moments.stream().anyMatch(Plan::looksForSessions);
  }

  private static boolean looksForSessions(MomentRule rule) {
    return rule.pattern().steps().stream().anyMatch(step -> step.fit().looksForSessions())
        || rule.pattern().unless().filter(Step.Fit::looksForSessions).isPresent();
  }

  /** Rules by the type of the touchpoint, and by whether it carries an emotion. */
  private static final class Index {
    private final Map<String, int[]> plain;
    private final Map<String, int[]> emotional;
    private final int[] otherPlain;
    private final int[] otherEmotional;

    Index(List<MomentRule> rules, Function<MomentRule, Interest> interest) {
      Set<String> types = new TreeSet<>();
      rules.forEach(rule -> types.addAll(interest.apply(rule).types()));
      this.plain = byType(types, rules, interest, false);
      this.emotional = byType(types, rules, interest, true);
      this.otherPlain = covering("", rules, interest, false);
      this.otherEmotional = covering("", rules, interest, true);
    }

    private static Map<String, int[]> byType(
        Set<String> types,
        List<MomentRule> rules,
        Function<MomentRule, Interest> interest,
        boolean withEmotion) {
      return types.stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  type -> type, type -> covering(type, rules, interest, withEmotion)));
    }

    private static int[] covering(
        String type,
        List<MomentRule> rules,
        Function<MomentRule, Interest> interest,
        boolean withEmotion) {
      return IntStream.range(0, rules.size())
          .filter(i -> interest.apply(rules.get(i)).covers(type, withEmotion))
          .toArray();
    }

    int[] of(Touchpoint touchpoint) {
      return touchpoint.emotion().isPresent()
          ? emotional.getOrDefault(touchpoint.type(), otherEmotional)
          : plain.getOrDefault(touchpoint.type(), otherPlain);
    }
  }

  List<MomentRule> moments() {
    return moments;
  }

  Map<String, MomentRule> byName() {
    Map<String, MomentRule> byName = new LinkedHashMap<>();
    moments.forEach(rule -> byName.put(rule.name(), rule));
    return byName;
  }

  boolean looksForSessions() {
    return sessions;
  }

  List<MomentRule> caringFor(Touchpoint touchpoint) {
    return rules(caring.of(touchpoint));
  }

  List<MomentRule> startedBy(Collection<Touchpoint> history) {
    BitSet started = new BitSet(moments.size());
    for (Touchpoint touchpoint : history) {
      for (int rule : starting.of(touchpoint)) {
        started.set(rule);
      }
    }
    return started.stream().mapToObj(moments::get).toList();
  }

  private List<MomentRule> rules(int[] numbers) {
    return IntStream.of(numbers).mapToObj(moments::get).toList();
  }
}
