package io.kizashi.core.rules;

import io.kizashi.core.expression.Interest;
import io.kizashi.schema.Touchpoint;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds the few of many rules that a touchpoint can make a difference to, by its type. */
final class RuleIndex {
  private final List<MomentRule> moments;
  private final Index caring;
  private final Index starting;
  private final List<MomentRule> feeling;
  private final boolean sessions;
  private final List<Deadline.Before> yearly;
  private final Followers followers;
  private final BitSet following = new BitSet();

  RuleIndex(List<MomentRule> moments, EmotionInputs felt) {
    this.moments = List.copyOf(moments);
    this.caring = new Index(this.moments, MomentRule::interest);
    this.starting =
        new Index(this.moments, rule -> felt.joined(rule.pattern().first().fit().interest()));
    this.feeling = moments.stream().filter(rule -> rule.feels().isPresent()).toList();
    this.yearly =
        moments.stream().flatMap(rule -> rule.pattern().yearly().stream()).distinct().toList();
    this.followers = new Followers(this.moments);
    for (int i = 0; i < this.moments.size(); i++) {
      following.set(i, this.moments.get(i).pattern().first().fit().moment().isPresent());
    }
    this.sessions = moments.stream().anyMatch(RuleIndex::looksForSessions);
  }

  private static boolean looksForSessions(MomentRule rule) {
    return rule.pattern().steps().stream().anyMatch(step -> step.fit().looksForSessions())
        || rule.pattern().unless().filter(Step.Fit::looksForSessions).isPresent();
  }

  /** Rules by the type of the touchpoint, and by whether it carries an emotion. */
  private static final class Index {
    private final Map<String, BitSet> byType = new HashMap<>();
    private final BitSet always = new BitSet();
    private final BitSet emotional = new BitSet();

    Index(List<MomentRule> rules, Function<MomentRule, Interest> interest) {
      for (int i = 0; i < rules.size(); i++) {
        Interest of = interest.apply(rules.get(i));
        always.set(i, of.all());
        emotional.set(i, of.emotional());
        for (String type : of.types()) {
          byType.computeIfAbsent(type, t -> new BitSet()).set(i);
        }
      }
    }

    BitSet of(Touchpoint touchpoint) {
      BitSet covering = (BitSet) always.clone();
      covering.or(byType.getOrDefault(touchpoint.type(), always));
      if (touchpoint.emotion().isPresent()) {
        covering.or(emotional);
      }
      return covering;
    }
  }

  List<MomentRule> moments() {
    return moments;
  }

  List<MomentRule> feeling() {
    return feeling;
  }

  Map<String, MomentRule> byName() {
    Map<String, MomentRule> byName = new LinkedHashMap<>();
    moments.forEach(rule -> byName.put(rule.name(), rule));
    return byName;
  }

  List<Deadline.Before> yearly() {
    return yearly;
  }

  Followers followers() {
    return followers;
  }

  boolean looksForSessions() {
    return sessions;
  }

  List<MomentRule> caringFor(Touchpoint touchpoint) {
    return rules(caring.of(touchpoint));
  }

  List<MomentRule> startedBy(Collection<Touchpoint> history) {
    BitSet started = (BitSet) following.clone(); // by moments, which no history shows
    history.forEach(touchpoint -> started.or(starting.of(touchpoint)));
    return rules(started);
  }

  private List<MomentRule> rules(BitSet numbers) {
    return numbers.stream().mapToObj(moments::get).toList();
  }
}
