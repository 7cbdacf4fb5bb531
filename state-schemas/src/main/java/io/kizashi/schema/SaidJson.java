package io.kizashi.schema;

import io.kizashi.schema.Recommendation.MomentRef;
import io.kizashi.schema.Recommendation.Ownership;
import io.kizashi.schema.Recommendation.Plan;
import java.util.Optional;

/** Reads what the engine wrote: the other way round than {@link OutputJson}. */
public final class SaidJson {
  private SaidJson() {}

  /** The moment of a record; empty where it holds none. Never throws. */
  public static Optional<Moment> moment(byte[] bytes) {
    return OutputFields.read(bytes, SaidJson::moment).filter(it -> !it.evidence().isEmpty());
  }

  /**
   * The recommendation of a record, without its reasoning; empty where it holds none. Never throws.
   */
  public static Optional<Recommendation> recommendation(byte[] bytes) {
    return OutputFields.read(bytes, SaidJson::recommendation);
  }

  private static Moment moment(OutputFields fields) {
    return new Moment(
        fields.text("id"),
        fields.constant("status", Moment.Status.values(), Moment.Status::wire),
        fields.text("rule"),
        fields.constant("kind", Moment.Kind.values(), Moment.Kind::wire),
        fields.optional("stage"),
        fields.customer(),
        fields.time("detectedAt"),
        fields.number("severity"),
        fields.evidence(),
        fields.rulebook());
  }

  private static Recommendation recommendation(OutputFields fields) {
    return new Recommendation(
        fields.text("id"),
        fields.constant("status", Recommendation.Status.values(), Recommendation.Status::wire),
        fields.customer(),
        new Plan(
            fields.text("action"),
            fields.constant("kind", ActionKind.values(), ActionKind::wire),
            fields.text("recipient"),
            fields.text("channel"),
            fields.time("sendAt"),
            fields.time("expiresAt"),
            new Ownership(
                fields.optional("assignee"),
                fields.optional("campaign"),
                fields.optional("owner"))),
        new MomentRef(
            fields.text("moment.id"),
            fields.text("moment.rule"),
            fields.constant("moment.kind", Moment.Kind.values(), Moment.Kind::wire),
            fields.time("moment.detectedAt")),
        Optional.empty(),
        fields.rulebook(),
        fields.time("decidedAt"),
        fields.text("trigger"));
  }
}
