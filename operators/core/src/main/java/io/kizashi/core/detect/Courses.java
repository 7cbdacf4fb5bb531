package io.kizashi.core.detect;

import io.kizashi.core.detect.Attempt.Outcome;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.Unread;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Step;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Position;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.reply.Course;
import io.kizashi.schema.reply.Course.Halt;
import io.kizashi.schema.reply.Course.Obstacle;
import io.kizashi.schema.reply.Course.Standing;
import io.kizashi.schema.reply.Course.Wait;
import io.kizashi.schema.reply.Course.Way;
import io.kizashi.schema.state.DetectedMoment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Tells how far a customer came in a rule: which attempts wait, and for what, and what stopped the
 * last one that came to nothing. It goes by the same {@link Attempt}s as detection does, so both
 * agree. It costs what detection from the oldest anchor costs.
 */
public final class Courses {
  /** Moments that are told of a rule. */
  private static final int STANDING = 3;

  /** That a newer attempt took a place is told where nothing else is. */
  private static final Comparator<Halt> TELLING =
      Comparator.comparing((Halt halt) -> halt.obstacle() != Obstacle.REPLACED)
          .thenComparing(Halt::at);

  private final World world;
  private final MomentRule rule;
  private final Detector detector;
  private final long judged;
  private final long certain;
  private final List<DetectedMoment> standing;
  private final List<Wait> waits = new ArrayList<>();
  private final List<Halt> halts = new ArrayList<>();

  private Courses(World world, MomentRule rule, long judged) {
    this.world = world;
    this.rule = rule;
    this.detector = new Detector(world);
    this.judged = judged;
    this.certain = Times.minus(judged, world.rules().settings().disorder());
    this.standing =
        world.state().moments().stream()
            .filter(it -> it.moment().rule().equals(rule.name()))
            .sorted(Comparator.comparing(DetectedMoment::end).reversed())
            .toList();
  }

  /**
   * How far a customer came in a rule; empty where nothing of it began, as far as is retained.
   *
   * @param judged proven time up to which the customer's deadlines are judged, milliseconds
   */
  public static Optional<Course> in(World world, MomentRule rule, long judged) {
    return new Courses(world, rule, judged).course();
  }

  private Optional<Course> course() {
    Set<String> counting = new HashSet<>();
    detector.matches(rule, Time.FROM_EVER).forEach(it -> counting.add(id(it)));
    for (Outcome outcome : detector.attempts(rule, Time.FROM_EVER)) {
      add(outcome, counting);
    }
    if (standing.isEmpty() && waits.isEmpty() && halts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Course(
            rule.name(),
            standing.stream()
                .limit(STANDING)
                .map(it -> new Standing(it.moment().id(), it.moment().detectedAt()))
                .toList(),
            waits.size(),
            waits.stream().reduce((older, newer) -> newer),
            halts.size(),
            halts.stream().max(TELLING)));
  }

  private void add(Outcome outcome, Set<String> counting) {
    Trail trail = outcome.trail();
    OptionalInt pending = trail.pending(certain);
    if (pending.isPresent()) {
      int step = pending.getAsInt();
      waits.add(wait(outcome, step, 0, trail.due().get(step)));
    } else if (outcome instanceof Attempt.Complete complete) {
      complete(complete, counting);
    } else if (outcome instanceof Attempt.Waiting && outcome.end().time() > certain) {
      waits.add(wait(outcome, trail.step(), trail.taken(), outcome.end().time()));
    } else {
      Obstacle obstacle = trail.stop().map(Courses::obstacle).orElse(Obstacle.TOO_LATE);
      String date = obstacle == Obstacle.NO_DATE ? date(step(trail.step())) : "";
      halts.add(halt(outcome, obstacle, outcome.end(), date));
    }
  }

  private static Obstacle obstacle(Trail.Stopped stop) {
    return switch (stop) {
      case BROKEN -> Obstacle.BROKEN;
      case REPLACED -> Obstacle.REPLACED;
      case EXCEPTED -> Obstacle.EXCEPTED;
      case NO_DATE -> Obstacle.NO_DATE;
    };
  }

  /** All steps are met: what may still keep it from being a moment. */
  private void complete(Attempt.Complete complete, Set<String> counting) {
    Match match = complete.match();
    if (match.judgeAt() > judged) {
      Trail trail = complete.trail();
      waits.add(wait(complete, trail.step(), trail.taken() - 1, match.detectedAt()));
      return;
    }
    String id = id(match);
    if (standing.stream().anyMatch(it -> it.moment().id().equals(id))) {
      return;
    }
    if (!counting.contains(id)) {
      halts.add(halt(complete, Obstacle.REPLACED, match.end(), ""));
      return;
    }
    Misses misses = new Misses();
    Condition when = rule.when();
    if (!when.test(match.captured().at(world.at(match.end())), misses)) {
      Optional<Unread> unread = misses.unread().stream().findFirst();
      halts.add(
          unread
              .map(it -> halt(complete, Obstacle.UNREAD, match.end(), it.place()))
              .orElseGet(() -> halt(complete, Obstacle.CONDITION, match.end(), when.text())));
      return;
    }
    before(match.detectedAt())
        .ifPresent(
            earlier ->
                halts.add(
                    new Halt(
                        way(complete, complete.trail().step()),
                        Obstacle.ONCE_PER,
                        match.detectedAt(),
                        earlier.moment().id(),
                        "")));
  }

  private String id(Match match) {
    return world.rules().momentId(rule, match.anchor(), match.name());
  }

  /** The moment that keeps another of a time from counting, as only one in a while does. */
  private Optional<DetectedMoment> before(long time) {
    return standing.stream()
        .filter(it -> it.moment().detectedAt() <= time)
        .filter(it -> time - it.moment().detectedAt() < rule.oncePer())
        .findFirst();
  }

  private Halt halt(Outcome outcome, Obstacle obstacle, Position at, String condition) {
    String by =
        switch (obstacle) {
          case BROKEN, EXCEPTED -> at.id().equals(Position.END) ? "" : at.id();
          case TOO_LATE, REPLACED, NO_DATE, CONDITION, UNREAD, ONCE_PER -> "";
        };
    return new Halt(way(outcome, outcome.trail().step()), obstacle, at.time(), by, condition);
  }

  private Wait wait(Outcome outcome, int step, int taken, long until) {
    Step asked = step(step);
    return new Wait(
        way(outcome, step),
        asked.fit().type(),
        asked.fit().where().text(),
        asked.<Boolean>on(event -> false, absence -> true),
        asked.on(event -> taken + 1, absence -> 1),
        asked.on(Step.Event::times, absence -> 1),
        until);
  }

  private static String date(Step step) {
    return step.on(event -> "", absence -> absence.deadline().place());
  }

  private Step step(int number) {
    return rule.pattern().steps().get(number);
  }

  private Way way(Outcome outcome, int step) {
    Touchpoint anchor = outcome.events().get(0).touchpoint();
    return new Way(anchor.id(), anchor.time(), step + 1, rule.pattern().steps().size());
  }
}
