package io.kizashi.oracle.moments;

import io.kizashi.schema.Moment;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.Sha256;
import io.kizashi.schema.Touchpoint;
import java.util.Comparator;
import java.util.List;

/** A standing moment, as engine and model are compared. */
public record ShownMoments(
    String rule, long detectedAt, List<String> evidence, double severity, String stage, String id)
    implements Comparable<ShownMoments> {
  static ShownMoments of(Moment moment) {
    return new ShownMoments(
        moment.rule(),
        moment.detectedAt(),
        moment.evidence(),
        moment.severity(),
        moment.stage(),
        moment.id());
  }

  /** The same, of a rule that runs in shadow. */
  public ShownMoments inShadow() {
    return new ShownMoments("in shadow " + rule, detectedAt, evidence, severity, stage, id);
  }

  static ShownMoments of(
      RandomRulebook rulebook, RandomRule rule, NaiveAttempt attempt, NaiveModel model) {
    return new ShownMoments(
        rulebook.name(rule),
        attempt.detectedAt(),
        attempt.evidence().stream().map(Touchpoint::id).toList(),
        model.severity(rule, attempt),
        model.stage(rule, attempt),
        id(rulebook, rule, attempt));
  }

  /** The moment's id: of rulebook, rule, and anchor or its day. */
  static String id(RandomRulebook rulebook, RandomRule rule, NaiveAttempt attempt) {
    Touchpoint anchor = attempt.anchor();
    return Sha256.id(
        RandomRulebook.NAME, rulebook.name(rule), anchor.cameUnder().text(), attempt.name());
  }

  /** A decision: what became of it, when it was taken, and the moment it answers. */
  public static String decision(String status, long decidedAt, String moment) {
    return status + " " + Rfc3339.format(decidedAt) + " " + moment;
  }

  @Override
  public int compareTo(ShownMoments other) {
    return Comparator.comparing(ShownMoments::rule)
        .thenComparing(ShownMoments::detectedAt)
        .thenComparing(ShownMoments::id)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return "%s %s %s severity %s stage '%s' id %s"
        .formatted(rule, Rfc3339.format(detectedAt), evidence, severity, stage, id);
  }
}
