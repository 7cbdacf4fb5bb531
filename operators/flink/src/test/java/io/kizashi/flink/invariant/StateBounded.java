package io.kizashi.flink.invariant;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.state.CustomerState;
import java.util.List;
import java.util.stream.Stream;

/** A customer's state holds no more of anything than its bounds say. */
public final class StateBounded {
  private StateBounded() {}

  /** What is broken, in words. */
  public static List<String> brokenBy(String customer, CustomerState state) {
    return Stream.of(
            beyond(
                "touchpoints",
                state.history().count(),
                Bounds.HISTORY_TOUCHPOINTS + Bounds.HISTORY_SLACK),
            beyond("moments", state.moments().size(), Bounds.MOMENTS),
            beyond("decisions", state.decisions().size(), Bounds.DECISIONS))
        .flatMap(List::stream)
        .map(broken -> customer + ": " + broken)
        .toList();
  }

  private static List<String> beyond(String what, int found, int most) {
    return found <= most ? List.of() : List.of("%d %s, at most %d".formatted(found, what, most));
  }
}
