package io.kizashi.oracle.restart;

import io.kizashi.core.decide.Verdict;
import io.kizashi.core.known.Outcomes;
import io.kizashi.core.rules.Rules;
import io.kizashi.oracle.story.CoreLoop;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Tells a story to an engine that is killed in the middle, and goes on from a checkpoint that lies
 * behind what it had written: what stands in the end must be what stands where nothing happened.
 */
public final class Restart {
  private static final long END = Long.MAX_VALUE - 1;

  private final Rules rules;
  private final List<Pause.Target> pauses;

  /** Under some rules, while some things are paused. */
  public Restart(Rules rules, List<Pause.Target> pauses) {
    this.rules = rules;
    this.pauses = pauses;
  }

  /**
   * A touchpoint as the engine gets it.
   *
   * @param proven the time that is proven just before
   */
  public record Told(Touchpoint touchpoint, long proven) {}

  /**
   * What is wrong where time is proven again as it was before.
   *
   * @param story in the order of arrival
   */
  public Optional<String> wrong(List<Told> story) {
    Life undisturbed = undisturbed(story);
    return undisturbed.written.isForetold()
        ? Optional.empty()
        : differs(undisturbed, killed(story, Time.GOES_ON));
  }

  /**
   * What is wrong where touchpoints that are new come before time is proven again.
   *
   * @param story in the order of arrival
   * @param isOrderOne whether decisions do not depend on the order of arrival
   */
  public Optional<String> wrongLate(List<Told> story, boolean isOrderOne) {
    Life undisturbed = undisturbed(story);
    if (undisturbed.written.isForetold()) {
      return Optional.empty();
    }
    Life killed = killed(story, Time.LAGS);
    if (isOrderOne && !undisturbed.forgets) {
      return differs(undisturbed, killed);
    }
    Set<?> expected = undisturbed.written.standingMoments();
    Set<?> stands = killed.written.standingMoments();
    List<String> broken = killed.written.broken();
    boolean isSound = undisturbed.forgets || killed.forgets || expected.equals(stands);
    return isSound && broken.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s\n  moments that stand: %s\n  without a restart: %s\n  broken: %s"
                .formatted(killed.how, stands, expected, broken));
  }

  private static Optional<String> differs(Life undisturbed, Life killed) {
    Set<Object> missing = new HashSet<>(undisturbed.written.standing());
    Set<Object> stands = killed.written.standing();
    List<String> broken = killed.written.broken();
    if (missing.equals(stands) && broken.isEmpty()) {
      return Optional.empty();
    }
    Set<Object> tooMuch = new HashSet<>(stands);
    tooMuch.removeAll(missing);
    missing.removeAll(stands);
    return Optional.of(
        "%s\n  missing: %s\n  too much: %s\n  broken: %s"
            .formatted(killed.how, missing, tooMuch, broken));
  }

  /** How time goes on after a restart. */
  private enum Time {
    GOES_ON,
    LAGS
  }

  /** An engine's life, or two. */
  private static final class Life {
    private final Written written = new Written();

    /** Whether what was known hangs on the time that was proven when something came. */
    private boolean forgets;

    private String how = "";

    void deliver(CoreLoop loop, List<Told> story) {
      for (Told told : story) {
        loop.proven(told.proven());
        arrives(loop, told);
      }
    }

    void arrives(CoreLoop loop, Told told) {
      written.hears(told.touchpoint());
      forgets |= loop.arrives(told.touchpoint()) == Verdict.Fate.LATE;
    }

    void end(CoreLoop loop) {
      forgets |= loop.hasForgotten();
      loop.proven(END);
      loop.settle();
    }
  }

  private CoreLoop start(Life life) {
    return new CoreLoop(rules, pauses, life.written::act);
  }

  private Life undisturbed(List<Told> story) {
    Life life = new Life();
    CoreLoop loop = start(life);
    life.deliver(loop, story);
    life.end(loop);
    return life;
  }

  /** Up to where time may lag: nobody can speak of what was not issued yet. */
  private static int unspoken(List<Told> story, int from, int to) {
    int until = from;
    while (until < to && Outcomes.of(story.get(until).touchpoint()).isEmpty()) {
      until++;
    }
    return until;
  }

  private Life killed(List<Told> story, Time time) {
    // The same story dies at the same places however often it is told.
    Random random = new Random(story.stream().mapToLong(it -> it.touchpoint().time()).sum());
    int checkpoint = random.nextInt(story.size() + 1);
    int end = checkpoint + random.nextInt(story.size() + 1 - checkpoint);
    int news = unspoken(story, end, end + random.nextInt(story.size() + 1 - end));
    Life life = new Life();
    CoreLoop first = start(life);
    life.deliver(first, story.subList(0, checkpoint));
    CustomerState kept = CustomerState.decode(first.state().encode());
    Written then = life.written.copy();
    life.deliver(first, story.subList(checkpoint, end));
    if (end < story.size()) {
      first.proven(story.get(end).proven()); // what is due by then is written
    }
    CoreLoop second = first.restarted(life.written.recalled(kept, then), life.written::act);
    for (int i = checkpoint; i < story.size(); i++) {
      switch (time) {
        case GOES_ON -> second.proven(story.get(i).proven());
        case LAGS -> second.proven(i < news ? Long.MIN_VALUE : story.get(i).proven());
      }
      if (i >= end) {
        second.settle();
      }
      life.arrives(second, story.get(i));
    }
    life.end(second);
    life.how =
        "killed after %d of %d, with a checkpoint after %d, time %s up to %d"
            .formatted(end, story.size(), checkpoint, time, news);
    return life;
  }
}
