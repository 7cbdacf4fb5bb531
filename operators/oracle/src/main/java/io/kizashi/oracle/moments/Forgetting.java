package io.kizashi.oracle.moments;

import io.kizashi.oracle.story.StoryArrival;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes of random cases such in which touchpoints leave the history: the story is told again and
 * again, nothing arrives later than the disorder allows, time is proven no farther than what has
 * arrived, and every attempt is of bounded length.
 */
final class Forgetting {
  /** Units from telling to telling: a little more than one lasts. */
  private static final int LENGTH = 35;

  /** Units that an attempt may wait for a touchpoint. */
  private static final int WAIT = 10;

  /** The shortest that a rulebook may ask for. */
  private static final long RETENTION = 3_600_000;

  /** Touchpoints of a long story: the model takes its time. */
  private static final int CROWD = 100;

  private static final long DAY = 86_400_000;
  private static final int WEEK = 7;

  private final Scale scale;

  Forgetting(Scale scale) {
    this.scale = scale;
  }

  /** Touchpoints leave by their age, and nothing that is judged may change by it. */
  MomentCase byAge(MomentCase story) {
    RandomRulebook rulebook = story.rulebook();
    List<RandomRule> rules = bounded(rulebook).distinct().toList();
    long needed = rules.stream().mapToLong(rule -> longest(rule, rulebook)).max().orElse(0);
    long retention = Math.max(RETENTION, needed + rulebook.disorder());
    return rules.isEmpty()
        ? story
        : new MomentCase(rulebook.with(retention, RandomRulebook.MOST, rules), repeated(story, 3));
  }

  /**
   * Touchpoints leave by their number, and attempts with them. Where one attempt hangs on another
   * it can't be said which are left; so none does, and all arrive in order.
   */
  MomentCase byNumber(MomentCase story, int most) {
    List<RandomRule> rules =
        story.rulebook().rules().stream()
            .map(this::bounded)
            .map(RandomRule::independent)
            .distinct()
            .toList();
    RandomRulebook rulebook = story.rulebook();
    int times = Math.min(6, 1 + CROWD / Math.max(1, story.arrivals().size()));
    return rules.isEmpty()
        ? story
        : new MomentCase(
            rulebook.with(rulebook.retention(), most, rules), inOrder(repeated(story, times)));
  }

  private static List<StoryArrival> inOrder(List<StoryArrival> arrivals) {
    return arrivals.stream()
        .map(a -> new StoryArrival(a.touchpoint(), 0, a.again(), a.proof()))
        .sorted(Comparator.comparing(arrival -> arrival.touchpoint().position()))
        .toList();
  }

  private List<StoryArrival> repeated(MomentCase story, int times) {
    List<StoryArrival> arrivals = new ArrayList<>();
    for (int round = 0; round < times; round++) {
      for (StoryArrival arrival : story.arrivals()) {
        arrivals.add(repeated(arrival, round));
      }
    }
    return arrivals;
  }

  private StoryArrival repeated(StoryArrival arrival, int round) {
    Touchpoint t = arrival.touchpoint();
    StoryArrival later = arrival.as(t.id() + "." + round, t.time() + round * scale.unit() * LENGTH);
    return new StoryArrival(
        later.touchpoint(),
        arrival.delay() % scale.disorder(),
        arrival.again().map(more -> 0L),
        arrival.proof().map(behind -> Math.min(Math.abs(behind), LENGTH * scale.unit())));
  }

  /** Sessions are as long as the history, so rules that ask for them are left out. */
  private Stream<RandomRule> bounded(RandomRulebook rulebook) {
    return rulebook.rules().stream()
        .filter(
            rule ->
                rule.expressions()
                    .flatMap(Expr::parts)
                    .noneMatch(KnownFacts.Session.class::isInstance))
        .map(this::bounded);
  }

  private RandomRule bounded(RandomRule rule) {
    List<RandomStep> steps = new ArrayList<>(rule.steps());
    for (int i = 0; i < steps.size(); i++) {
      steps.set(i, bounded(steps.get(i), i == 0));
    }
    return rule.with(steps);
  }

  private RandomStep bounded(RandomStep step, boolean first) {
    Optional<Long> wait = Optional.of(WAIT * scale.unit());
    if (step instanceof RandomStep.Event e && first) {
      Optional<Long> within = e.times() > 1 ? e.within().or(() -> wait) : e.within();
      return new RandomStep.Event(e.type(), e.where(), e.named(), within, e.times());
    }
    if (step instanceof RandomStep.Event e) {
      // What repeats may begin whenever it likes: once, it may not.
      return new RandomStep.Event(e.type(), e.where(), e.named(), e.within().or(() -> wait), 1);
    }
    return step instanceof RandomStep.Turn t && t.within().isEmpty() && !first
        ? new RandomStep.Turn(t.below(), t.bound(), t.named(), wait)
        : step;
  }

  /** What the compiler wants the history to hold: deadlines that the data names keep themselves. */
  private static long longest(RandomRule rule, RandomRulebook rulebook) {
    boolean sessions =
        rule.steps().get(0) instanceof RandomStep.Event e && e.type().equals(Visit.ENDED);
    return rule.steps().stream().mapToLong(step -> longest(step, rulebook)).sum()
        + (sessions ? rulebook.gap() : 0);
  }

  private static long longest(RandomStep step, RandomRulebook rulebook) {
    if (step instanceof RandomStep.Absence absence) {
      return absence.span() instanceof RandomStep.Span.For length
          ? length.millis()
          : absence.span() instanceof RandomStep.Span.Business business
              ? (2L * business.days() + free(rulebook)) * DAY
              : 0;
    }
    return step instanceof RandomStep.Event event
        ? event.within().orElse(0L)
        : step instanceof RandomStep.Turn turn ? turn.within().orElse(0L) : 0;
  }

  /** Days in a row that may be off: a country's holidays come in clusters. */
  private static int free(RandomRulebook rulebook) {
    return rulebook.calendar().holidays().contains(Calendar.JAPAN) ? 2 * WEEK : WEEK;
  }
}
