package io.kizashi.core.known;

import io.kizashi.core.detect.World;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.RefusalPolicy;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Projection;
import io.kizashi.schema.state.Projection.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a customer has refused, so that it is not offered again for a while. */
public final class Refusals {
  private static final String PREFIX = "refusal/";

  private final World world;
  private final Map<String, Set<Object>> refused = new HashMap<>();

  /** The refusals of a customer's world. */
  public Refusals(World world) {
    this.world = world;
  }

  /** The rules by which an action is kept back at the one place that this is asked for. */
  public Stream<RefusalPolicy> against(ActionRule action, Position at) {
    return world.rules().policies().refusals().stream()
        .filter(refusal -> refusal.suppressed().contains(action.kind()))
        .filter(
            refusal ->
                refused
                    .computeIfAbsent(refusal.definition(), definition -> refused(refusal, at))
                    .contains(subject(refusal, action)));
  }

  /** What is kept back. */
  private Set<Object> refused(RefusalPolicy refusal, Position at) {
    long since = Times.minus(at.time(), refusal.span());
    return Stream.concat(known(refusal), told(refusal, world.state().history().touchpoints()))
        .filter(row -> row.at().time() > since && !row.at().isAfter(at))
        .map(Row::value)
        .collect(Collectors.toSet());
  }

  /** What of an action a rule compares; the same for all where it compares nothing. */
  private static String subject(RefusalPolicy refusal, ActionRule action) {
    return refusal
        .same()
        .map(
            same ->
                switch (same) {
                  case ACTION -> action.name();
                  case KIND -> action.kind().wire();
                })
        .orElse("");
  }

  private String subject(RefusalPolicy refusal, Touchpoint outcome) {
    Touchpoint told = Outcomes.enriched(outcome, world.state()); // its decision may be newer
    return refusal
        .same()
        .map(
            same ->
                switch (same) {
                  case ACTION -> Outcomes.action(told);
                  case KIND -> Outcomes.kind(told);
                })
        .orElse("");
  }

  private Stream<Row> known(RefusalPolicy refusal) {
    return world.state().kept(PREFIX + refusal.definition());
  }

  private Stream<Row> told(RefusalPolicy refusal, List<Touchpoint> touchpoints) {
    return touchpoints.stream()
        .filter(touchpoint -> Outcomes.of(touchpoint).filter(refusal.outcome()::equals).isPresent())
        .map(touchpoint -> new Row(touchpoint.position(), subject(refusal, touchpoint), 1));
  }

  /**
   * What must be known of touchpoints that leave the history.
   *
   * @param asked time before which no place is asked for any more, milliseconds
   */
  public void keep(List<Touchpoint> leaving, long asked, Map<String, Projection> projections) {
    for (RefusalPolicy refusal : world.rules().policies().refusals()) {
      long since = Times.minus(asked, refusal.span());
      projections.put(
          PREFIX + refusal.definition(),
          Projection.newest(
              refusal.definition(), since, Stream.concat(known(refusal), told(refusal, leaving))));
    }
  }
}
