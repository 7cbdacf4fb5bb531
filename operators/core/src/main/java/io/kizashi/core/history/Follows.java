package io.kizashi.core.history;

import io.kizashi.core.detect.Detector;
import io.kizashi.core.detect.World;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.DetectedMoment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What rules that follow moments need of them, and what becomes of it once they are gone. */
final class Follows {
  private final Rules rules;

  Follows(Rules rules) {
    this.rules = rules;
  }

  /** Ids of the moments that deadlines hang on which are not judged yet. */
  Set<String> awaited(World world) {
    Set<String> awaited = new HashSet<>();
    if (rules.followers().isEmpty()) {
      return awaited;
    }
    CustomerState state = world.state();
    Detector detector = new Detector(world);
    Set<Position> places =
        rules.moments().stream()
            .filter(rule -> rule.pattern().follows().findAny().isPresent())
            .flatMap(rule -> detector.pending(rule, state.clock().judgedUntil()))
            .collect(Collectors.toSet());
    for (DetectedMoment detected : state.moments()) {
      Moment moment = detected.moment();
      if (places.contains(new Position(moment.detectedAt(), moment.id()))) {
        awaited.add(moment.id());
      }
    }
    return awaited;
  }

  /** When the oldest known moment was detected that a rule may follow, milliseconds. */
  static long oldest(MomentRule rule, CustomerState state) {
    Set<String> followed = rule.pattern().follows().collect(Collectors.toSet());
    return state.moments().stream()
        .map(DetectedMoment::moment)
        .filter(it -> followed.contains(it.rule()))
        .mapToLong(Moment::detectedAt)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** A state whose rules follow no moment any more that is not kept. */
  CustomerState without(World world, List<DetectedMoment> kept) {
    CustomerState state = world.state();
    if (rules.followers().isEmpty() || kept.size() == state.moments().size()) {
      return state;
    }
    Map<String, Position> starts = new HashMap<>();
    Map<String, Position> busy = new HashMap<>();
    Detector detector = new Detector(world);
    state.moments().stream()
        .filter(it -> !kept.contains(it))
        .forEach(it -> without(detector, it, starts, busy));
    return state.withStarts(starts, busy, rules.ref().hash());
  }

  /** The same of one moment: attempts that hang on it are neither derived nor taken back. */
  void without(
      Detector detector,
      DetectedMoment gone,
      Map<String, Position> starts,
      Map<String, Position> busy) {
    for (MomentRule rule : rules.followers().of(gone.moment().rule())) {
      Position old = starts.getOrDefault(rule.name(), detector.start(rule));
      Position own = Position.after(gone.moment().detectedAt());
      Position start = old.isAfter(own) ? old : own;
      starts.put(rule.name(), start);
      busy.put(rule.name(), detector.busyWithout(rule, start));
    }
  }
}
