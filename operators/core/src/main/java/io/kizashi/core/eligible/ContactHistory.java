package io.kizashi.core.eligible;

import io.kizashi.core.detect.World;
import io.kizashi.core.known.Corrections;
import io.kizashi.core.known.Outcomes;
import io.kizashi.core.rules.Cap;
import io.kizashi.core.rules.Mode;
import io.kizashi.core.rules.Reach;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Plan;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** What a customer was sent, or is to be sent: what caps count, and what tells a moment. */
public final class ContactHistory {
  private final List<Plan> plans;
  private final ZoneId zone;
  private final Corrections corrections;

  private ContactHistory(List<Plan> plans, ZoneId zone, Corrections corrections) {
    this.plans = plans;
    this.zone = zone;
    this.corrections = corrections;
  }

  /**
   * What counts for one more.
   *
   * @param at the place at which it would be decided
   * @param mode how it would be: in shadow, what is only noted counts too
   */
  public static ContactHistory to(World world, CustomerState state, Position at, Mode mode) {
    return of(world, state, at, mode, decision -> true);
  }

  /**
   * What counts beside something that was decided, when it is to be sent.
   *
   * @param at the place at which it would be sent
   */
  public static ContactHistory beside(
      Recommendation held, World world, CustomerState state, Position at) {
    return of(
        world,
        state,
        at,
        Mode.of(state, held.id()),
        decision -> !decision.recommendation().id().equals(held.id()));
  }

  private static ContactHistory of(
      World world, CustomerState state, Position at, Mode mode, Predicate<Decision> others) {
    return new ContactHistory(
        state.decisions().stream()
            .filter(decision -> decision.counts() && !Outcomes.hasFailed(decision, state, at))
            .filter(decision -> mode.counts(Mode.of(state, decision.recommendation().id())))
            .filter(others)
            .map(decision -> decision.recommendation().plan())
            .toList(),
        world.zone(at),
        new Corrections(world, state));
  }

  /** The message that told a moment already, where it is not the moment's own. */
  Optional<Recommendation> told(Moment moment) {
    return corrections.told(moment);
  }

  /**
   * The least limit under which one more would be allowed.
   *
   * @param sendAt when it would be sent, milliseconds since the epoch
   */
  public int needed(Cap cap, long sendAt) {
    if (plans.isEmpty()) {
      return 1;
    }
    long[] times = plans.stream().filter(cap::counts).mapToLong(Plan::sendAt).toArray();
    return switch (cap.reach().unit()) {
      case SLIDING -> 1 + most(times, sendAt, cap.reach().longest());
      case DAY, MONTH -> 1 + (int) LongStream.of(times).filter(t -> same(cap, t, sendAt)).count();
    };
  }

  private boolean same(Cap cap, long time, long sendAt) {
    LocalDate one = date(time);
    LocalDate other = date(sendAt);
    return cap.reach().unit() == Reach.Unit.DAY
        ? one.equals(other)
        : YearMonth.from(one).equals(YearMonth.from(other));
  }

  private LocalDate date(long time) {
    return Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
  }

  /** The most others that share a span with a time. The span, wherever it lies, is half open. */
  private static int most(long[] times, long at, long span) {
    long[] near = LongStream.of(times).filter(t -> Math.abs(t - at) < span).sorted().toArray();
    int most = 0;
    for (int first = 0; first < near.length; first++) {
      long from = Math.min(near[first], at);
      int count = 0;
      for (long time : near) {
        count += time >= from && time - from < span ? 1 : 0;
      }
      most = Math.max(most, count);
    }
    return most;
  }
}
