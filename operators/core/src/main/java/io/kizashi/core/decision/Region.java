package io.kizashi.core.decision;

import io.kizashi.core.detection.World;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Projection;
import io.kizashi.schema.state.Projection.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a customer is. */
public final class Region {
  /** The profile's property, and the touchpoint's field. */
  private static final String REGION = "region";

  /** What is kept of touchpoints that left the history; the name of no signal. */
  private static final String KEPT = "region/";

  private static final String DEFINITION = "";

  private Region() {}

  /** What the profile says, else the newest touchpoint that says it; empty where none does. */
  static String of(CustomerState state, Position at) {
    return state.profile().text(REGION, at).orElseGet(() -> newest(state, at));
  }

  private static String newest(CustomerState state, Position at) {
    return Stream.concat(known(state), told(state.history().touchpoints()))
        .filter(row -> !row.at().isAfter(at))
        .max(Comparator.comparing(Row::at))
        .map(row -> row.value().toString())
        .orElse("");
  }

  private static Stream<Row> known(CustomerState state) {
    return Optional.ofNullable(state.projections().get(KEPT))
        .map(Projection::rows)
        .orElse(List.of())
        .stream();
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
    List<Row> rows = new ArrayList<>(Stream.concat(known(world.state()), told(leaving)).toList());
    rows.sort(Comparator.comparing(Row::at));
    while (rows.size() > Bounds.PROJECTED_ROWS
        || (rows.size() > 1 && rows.get(1).at().time() < asked)) {
      rows.remove(0); // a newer one says where the customer was
    }
    if (!rows.isEmpty()) {
      projections.put(KEPT, new Projection(DEFINITION, Long.MIN_VALUE, false, rows));
    }
  }
}
