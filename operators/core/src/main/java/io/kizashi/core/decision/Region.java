package io.kizashi.core.decision;

import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import java.util.List;

/** Where a customer is. */
final class Region {
  /** The profile's property, and the touchpoint's field. */
  private static final String REGION = "region";

  private Region() {}

  /** What the profile says, else the newest touchpoint that says it; empty where none does. */
  static String of(CustomerState state, Position at) {
    return state.profile().text(REGION, at).orElseGet(() -> newest(state, at));
  }

  private static String newest(CustomerState state, Position at) {
    List<Touchpoint> history = state.history().touchpoints();
    for (int i = history.size() - 1; i >= 0; i--) {
      String said = history.get(i).setting().region();
      if (!said.isEmpty() && !history.get(i).position().isAfter(at)) {
        return said;
      }
    }
    return "";
  }
}
