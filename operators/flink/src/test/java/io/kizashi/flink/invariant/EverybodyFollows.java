package io.kizashi.flink.invariant;

import io.kizashi.core.inforce.Succession;
import io.kizashi.schema.state.CustomerState;
import java.util.List;

/** Once a sweep has ended all customers were judged by the rules in force. */
public final class EverybodyFollows {
  private EverybodyFollows() {}

  /** What is broken, in words. */
  public static List<String> brokenBy(String customer, CustomerState state, Succession succession) {
    return succession.isFollowedBy(state)
        ? List.of()
        : List.of(
            "%s: not judged by version %d, which is in force"
                .formatted(customer, succession.rules().ref().version()));
  }
}
