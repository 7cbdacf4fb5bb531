package io.kizashi.flink.invariant;

import io.kizashi.schema.state.Clock;
import java.util.List;

/** A customer has one timer, at the wake-up that the state names, or none where it names none. */
public final class OneTimer {
  private OneTimer() {}

  /**
   * What is broken, in words.
   *
   * @param clock of the customer's state
   * @param timers that are registered for the customer, milliseconds since the epoch
   */
  public static List<String> brokenBy(String customer, Clock clock, List<Long> timers) {
    List<Long> expected = clock.wakeUp() == Clock.NEVER ? List.of() : List.of(clock.wakeUp());
    return timers.equals(expected)
        ? List.of()
        : List.of("%s: timers %s, but the state says %s".formatted(customer, timers, expected));
  }
}
