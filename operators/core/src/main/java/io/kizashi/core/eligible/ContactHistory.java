package io.kizashi.core.eligible;

import io.kizashi.core.detect.World;
import io.kizashi.core.known.Outcomes;
import io.kizashi.core.rules.Cap;
import io.kizashi.core.rules.Reach;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation.Plan;
import io.kizashi.schema.state.CustomerState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;

/** What a customer was sent, or is to be sent: what caps count. */
public final class ContactHistory {
  private final List<Plan> plans;
  private final ZoneId zone;

  private ContactHistory(List<Plan> plans, ZoneId zone) {
    this.plans = plans;
    this.zone = zone;
  }

  /**
   * What counts for one more.
   *
   * @param at the place at which it would be decided, or sent
   * @param shadow whether what is only noted counts too
   * @param except the id of a decision that does not count
   */
  public static ContactHistory to(
      World world, CustomerState state, Position at, boolean shadow, String except) {
    return new ContactHistory(
        state.decisions().stream()
            .filter(decision -> decision.counts() && !Outcomes.hasFailed(decision, state, at))
            .filter(decision -> shadow || !state.shadow().contains(decision.recommendation().id()))
            .filter(decision -> !decision.recommendation().id().equals(except))
            .map(decision -> decision.recommendation().plan())
            .toList(),
        world.zone(at));
  }

  /** The least limit under which one more would be allowed. */
  int needed(Cap cap, Route way) {
    if (plans.isEmpty()) {
      return 1;
    }
    long[] times =
        plans.stream()
            .filter(plan -> cap.counts(plan.action(), plan.kind(), plan.channel()))
            .mapToLong(Plan::sendAt)
            .toArray();
    return switch (cap.reach().unit()) {
      case SLIDING -> 1 + most(times, way.sendAt(), cap.reach().longest());
      case DAY, MONTH -> 1 + (int) LongStream.of(times).filter(t -> same(cap, t, way)).count();
    };
  }

  private boolean same(Cap cap, long time, Route way) {
    LocalDate one = date(time);
    LocalDate other = date(way.sendAt());
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
