package io.kizashi.core.known;

import io.kizashi.core.detect.World;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Position;
import io.kizashi.schema.ReservedProperties;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Projection;
import io.kizashi.schema.state.Projection.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where a customer is. */
public final class Region {

  /** What is kept of touchpoints that left the history; the name of no signal. */
  private static final String KEPT = "region/";

  private Region() {}

  /** What the profile says, else the newest touchpoint that says it; empty where none does. */
  public static String of(CustomerState state, Position at) {
    return state.profile().text(ReservedProperties.REGION, at).orElseGet(() -> newest(state, at));
  }

  private static String newest(CustomerState state, Position at) {
    return Stream.concat(state.kept(KEPT), told(state.history().touchpoints()))
        .filter(row -> !row.at().isAfter(at))
        .max(Comparator.comparing(Row::at))
        .map(row -> row.value().toString())
        .orElse("");
  }

  private static Stream<Row> told(List<Touchpoint> touchpoints) {
    return touchpoints.stream()
        .filter(touchpoint -> !touchpoint.setting().region().isEmpty())
        .map(touchpoint -> new Row(touchpoint.position(), touchpoint.setting().region(), 1));
  }

  /**
   * What must be known of touchpoints that leave the history: a region may be paused at any time.
   *
   * @param asked time before which no place is asked for any more, milliseconds
   */
  public static void keep(
      World world, List<Touchpoint> leaving, long asked, Map<String, Projection> projections) {
    List<Row> rows = Stream.concat(world.state().kept(KEPT), told(leaving)).toList();
    long newest =
        rows.stream().mapToLong(row -> row.at().time()).filter(t -> t < asked).max().orElse(asked);
    if (!rows.isEmpty()) { // of those before a place that is asked for the newest says where
      projections.put(KEPT, Projection.newest("", Times.minus(newest, 1), rows.stream()));
    }
  }
}
