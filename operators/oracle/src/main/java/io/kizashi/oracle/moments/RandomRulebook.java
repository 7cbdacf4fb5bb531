package io.kizashi.oracle.moments;

import io.kizashi.oracle.story.KnownCustomer;
import io.kizashi.schema.Emotion;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A random rulebook. All times are milliseconds.
 *
 * @param settled whether to judge in order, once order is certain
 * @param gap the longest silence in a session
 * @param retention how long touchpoints are retained
 * @param touchpoints how many are retained
 */
record RandomRulebook(
    ZoneId zone,
    long disorder,
    boolean settled,
    long gap,
    long retention,
    int touchpoints,
    Calendar calendar,
    List<Entry> journey,
    List<RandomRule> rules) {
  /** Its name, part of every moment's id. */
  static final String NAME = "random";

  /** As many touchpoints as can be retained. */
  static final int MOST = 1_000;

  private static final long MINUTE = 60_000;

  /** Copies the lists. */
  RandomRulebook {
    journey = List.copyOf(journey);
    List<RandomRule> linked = Followed.linked(rules, touchpoints >= MOST);
    boolean distinct = linked.stream().distinct().count() == linked.size();
    rules = distinct ? linked : Followed.linked(rules, false).stream().distinct().toList();
  }

  /** A stage of the journey, and when a touchpoint belongs to it. */
  record Entry(String stage, Expr when) {}

  /** The same with another history and other rules. */
  RandomRulebook with(long otherRetention, int otherTouchpoints, List<RandomRule> others) {
    return new RandomRulebook(
        zone, disorder, settled, gap, otherRetention, otherTouchpoints, calendar, journey, others);
  }

  /** For whom nothing is on trial: sometimes nobody, the customer of all stories, or others. */
  List<String> testers() {
    return switch ((int) ((disorder / 1_000 + rules.size()) % 5)) {
      case 0 -> List.of("c-9", KnownCustomer.KEY.id());
      case 1 -> List.of("c-9", "c-10");
      default -> List.of();
    };
  }

  private boolean isTester() {
    return testers().contains(KnownCustomer.KEY.id());
  }

  /** Whether a rule only runs in shadow for the customer of all stories. */
  boolean isShadow(RandomRule rule) {
    return isOnTrial(rule) && !isTester();
  }

  /** Whether a rule only runs in shadow, but for those who test it. */
  boolean isOnTrial(RandomRule rule) {
    return rules.indexOf(rule) % 4 == 3;
  }

  /** Percent of the customers that a rule is for. */
  int percent(RandomRule rule) {
    boolean all = rules.indexOf(rule) % 3 != 2;
    return all ? 100 : (int) (1 + (rule.openFor() / 1_000 + 37L * rule.steps().size()) % 99);
  }

  /** Whether a rule is for the customer of all stories: by the digits of a hash. */
  boolean reaches(RandomRule rule) {
    return isTester() || KnownCustomer.isReached(name(rule), percent(rule));
  }

  /** Whether a rule's action sells something. */
  boolean sells(RandomRule rule) {
    return rules.indexOf(rule) % 2 == 1;
  }

  /**
   * What each run of a rule says of feelings: of some rules that are for all and read none, where
   * another reads them. Not where attempts are lost by number, and what they would say with them.
   */
  Optional<Emotion> feels(RandomRule rule) {
    if (touchpoints < MOST || rules.stream().noneMatch(RandomRule::readsFeelings)) {
      return Optional.empty();
    }
    int number = rules.indexOf(rule);
    boolean chosen = (rule.openFor() / MINUTE + number + rule.steps().size()) % 2 == 0;
    return chosen
            && percent(rule) == 100
            && !isOnTrial(rule)
            && !rule.readsFeelings()
            && !rule.follows()
        ? Optional.of(new Emotion(number % 3 == 0 ? 0.75 : -0.5, 0.25, "fear", 0.5, ""))
        : Optional.empty();
  }

  /**
   * What keeps actions that sell back.
   *
   * @param when what holds as long; of one that goes by a moment its rule's condition at the end
   * @param linger milliseconds that it goes on; 0 for not at all
   * @param after the rule of the moment that it goes by
   * @param hold whether what it keeps back waits
   */
  record Guard(Expr when, long linger, Optional<RandomRule> after, boolean hold) {}

  /**
   * Guards by the conditions of rules that ask only what is known of the customer, and by moments
   * of rules that are in earnest and for all.
   */
  List<Guard> guards() {
    if (rules.size() < 2) {
      return List.of();
    }
    Stream<Guard> known =
        rules.stream()
            .filter(rule -> isOfCustomer(rule.when()))
            .map(rule -> new Guard(rule.when(), linger(rule), Optional.empty(), holds(rule)));
    Stream<Guard> after =
        rules.stream()
            .filter(
                rule ->
                    rules.size() % 3 == 0
                        && rules.indexOf(rule) % 4 == 0
                        && percent(rule) == 100
                        && !rule.follows())
            .map(rule -> new Guard(rule.when(), rule.openFor(), Optional.of(rule), holds(rule)));
    return Stream.concat(known, after).toList();
  }

  private static boolean isOfCustomer(Expr when) {
    return when.parts().anyMatch(KnownFacts.class::isInstance)
        && when.parts().noneMatch(Touched.class::isInstance);
  }

  private long linger(RandomRule rule) {
    boolean lingers = rules.indexOf(rule) % 3 != 0;
    return lingers ? Math.min(rule.openFor(), retention) : 0;
  }

  private boolean holds(RandomRule rule) {
    return rules.indexOf(rule) % 5 < 2 && rules.stream().noneMatch(RandomRule::follows);
  }

  /** What a rule is called. */
  String name(RandomRule rule) {
    return "rule_" + rules.indexOf(rule);
  }

  String yaml() {
    return new RulebookText(this).yaml();
  }
}
