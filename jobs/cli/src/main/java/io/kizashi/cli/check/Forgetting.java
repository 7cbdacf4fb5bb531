package io.kizashi.cli.check;

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
  Case byAge(Case story) {
    Book book = story.book();
    List<Rule> rules = bounded(book).distinct().toList();
    long needed = rules.stream().mapToLong(rule -> longest(rule, book)).max().orElse(0);
    long retention = Math.max(RETENTION, needed + book.disorder());
    return rules.isEmpty()
        ? story
        : new Case(book.with(retention, Book.MOST, rules), told(story, 3));
  }

  /**
   * Touchpoints leave by their number, and attempts with them. Where one attempt hangs on another
   * it can't be said which are left; so none does, and all arrive in order.
   */
  Case byNumber(Case story, int most) {
    List<Rule> rules =
        story.book().rules().stream().map(this::bounded).map(Rule::independent).distinct().toList();
    Book book = story.book();
    int tellings = Math.min(6, 1 + CROWD / Math.max(1, story.arrivals().size()));
    return rules.isEmpty()
        ? story
        : new Case(book.with(book.retention(), most, rules), inOrder(told(story, tellings)));
  }

  private static List<Case.Arrival> inOrder(List<Case.Arrival> arrivals) {
    return arrivals.stream()
        .map(a -> new Case.Arrival(a.touchpoint(), 0, a.again(), a.proof()))
        .sorted(Comparator.comparing(arrival -> arrival.touchpoint().position()))
        .toList();
  }

  private List<Case.Arrival> told(Case story, int tellings) {
    List<Case.Arrival> arrivals = new ArrayList<>();
    for (int telling = 0; telling < tellings; telling++) {
      for (Case.Arrival arrival : story.arrivals()) {
        arrivals.add(told(arrival, telling));
      }
    }
    return arrivals;
  }

  private Case.Arrival told(Case.Arrival arrival, int telling) {
    Touchpoint t = arrival.touchpoint();
    Touchpoint later =
        new Touchpoint(
            t.id() + "." + telling,
            t.type(),
            t.time() + telling * scale.unit() * LENGTH,
            t.cameUnder(),
            t.actor(),
            t.setting(),
            t.emotion(),
            t.text(),
            t.properties(),
            t.arrival());
    return new Case.Arrival(
        later,
        arrival.delay() % scale.disorder(),
        arrival.again().map(more -> 0L),
        arrival.proof().map(behind -> Math.min(Math.abs(behind), LENGTH * scale.unit())));
  }

  /** Sessions are as long as the history, so rules that ask for them are left out. */
  private Stream<Rule> bounded(Book book) {
    return book.rules().stream()
        .filter(
            rule ->
                rule.expressions().flatMap(Expr::parts).noneMatch(Known.Session.class::isInstance))
        .map(this::bounded);
  }

  private Rule bounded(Rule rule) {
    List<Step> steps = new ArrayList<>(rule.steps());
    for (int i = 0; i < steps.size(); i++) {
      steps.set(i, bounded(steps.get(i), i == 0));
    }
    return rule.with(steps);
  }

  private Step bounded(Step step, boolean first) {
    Optional<Long> wait = Optional.of(WAIT * scale.unit());
    if (step instanceof Step.Event e && first) {
      Optional<Long> within = e.times() > 1 ? e.within().or(() -> wait) : e.within();
      return new Step.Event(e.type(), e.where(), e.named(), within, e.times());
    }
    if (step instanceof Step.Event e) {
      // What repeats may begin whenever it likes: once, it may not.
      return new Step.Event(e.type(), e.where(), e.named(), e.within().or(() -> wait), 1);
    }
    return step instanceof Step.Turn t && t.within().isEmpty() && !first
        ? new Step.Turn(t.below(), t.bound(), t.named(), wait)
        : step;
  }

  /** What the compiler wants the history to hold: deadlines that the data names keep themselves. */
  private static long longest(Rule rule, Book book) {
    boolean sessions = rule.steps().get(0) instanceof Step.Event e && e.type().equals(Visit.ENDED);
    return rule.steps().stream().mapToLong(Forgetting::longest).sum() + (sessions ? book.gap() : 0);
  }

  private static long longest(Step step) {
    if (step instanceof Step.Absence absence) {
      return absence.span() instanceof Step.Span.For length
          ? length.millis()
          : absence.span() instanceof Step.Span.Business business
              ? (2L * business.days() + WEEK) * DAY
              : 0;
    }
    return step instanceof Step.Event event
        ? event.within().orElse(0L)
        : step instanceof Step.Turn turn ? turn.within().orElse(0L) : 0;
  }
}
