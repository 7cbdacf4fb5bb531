package io.kizashi.core;

import io.kizashi.core.detection.Detector;
import io.kizashi.core.detection.Match;
import io.kizashi.core.rulebook.MomentRule;
import io.kizashi.core.rulebook.Rules;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Sha256;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.DetectedMoment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds what stands on a history against what was emitted before. Both being functions of the same
 * touchpoints, the difference is what a late arrival, or the time that passed, changed.
 */
final class Judgement {
  private static final Comparator<DetectedMoment> ORDER =
      Comparator.comparing((DetectedMoment d) -> d.moment().detectedAt())
          .thenComparing(DetectedMoment::anchor)
          .thenComparing(d -> d.moment().id());

  private final Rules rules;
  private final Detector detector;
  private final long judgedUntil;
  private final List<DetectedMoment> standing;
  private final List<Moment> fallen = new ArrayList<>();
  private final List<DetectedMoment> risen = new ArrayList<>();
  private long nextDeadline = Clock.NEVER;

  Judgement(Rules rules, Detector detector, long judgedUntil, List<DetectedMoment> before) {
    this.rules = rules;
    this.detector = detector;
    this.judgedUntil = judgedUntil;
    this.standing = new ArrayList<>(before);
  }

  /** Judges one rule; anchors before {@code from} are known to be unaffected. */
  void judge(MomentRule rule, long from) {
    Map<String, DetectedMoment> derived = new HashMap<>();
    for (Match match : detector.matches(rule, from)) {
      if (match.judgeAt() > judgedUntil) {
        nextDeadline = Math.min(nextDeadline, match.judgeAt());
      } else {
        DetectedMoment detected = detected(rule, match);
        derived.put(detected.moment().id(), detected);
      }
    }
    for (DetectedMoment before : List.copyOf(standing)) {
      if (before.moment().rule().equals(rule.name())
          && detector.covers(rule, before.anchor(), from)) {
        compare(before, derived);
      }
    }
    derived.values().forEach(this::rise);
  }

  private void compare(DetectedMoment before, Map<String, DetectedMoment> derived) {
    DetectedMoment now = derived.get(before.moment().id());
    if (now != null && isSame(before.moment(), now.moment())) {
      derived.remove(before.moment().id());
    } else {
      standing.remove(before);
      fallen.add(before.moment());
    }
  }

  private static boolean isSame(Moment before, Moment now) {
    return before.detectedAt() == now.detectedAt() && before.evidence().equals(now.evidence());
  }

  private void rise(DetectedMoment detected) {
    standing.add(detected);
    risen.add(detected);
  }

  private DetectedMoment detected(MomentRule rule, Match match) {
    Touchpoint anchor = match.anchor();
    Moment moment =
        new Moment(
            Sha256.id(rules.ref().name(), rule.name(), anchor.cameUnder().text(), anchor.id()),
            Moment.Status.DETECTED,
            rule.name(),
            rule.kind(),
            rule.stage(),
            anchor.cameUnder(),
            match.detectedAt(),
            1.0,
            match.events().stream().map(Touchpoint::id).toList(),
            rules.ref());
    return new DetectedMoment(moment, anchor.position(), match.end());
  }

  /** All that stand, in the order of detection. */
  List<DetectedMoment> standing() {
    return standing.stream().sorted(ORDER).toList();
  }

  /** Those that no longer stand, or stand otherwise than they were emitted. */
  List<Moment> fallen() {
    return fallen.stream()
        .sorted(Comparator.comparingLong(Moment::detectedAt).thenComparing(Moment::id))
        .toList();
  }

  /** Those that are new, in the order of detection. */
  List<DetectedMoment> risen() {
    return risen.stream().sorted(ORDER).toList();
  }

  /** Proven time at which something more will be judged, or {@link Clock#NEVER}. */
  long nextDeadline() {
    return nextDeadline;
  }
}
