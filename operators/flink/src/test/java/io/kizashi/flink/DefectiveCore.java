package io.kizashi.flink;

import io.kizashi.core.decide.Outputs;
import io.kizashi.core.decide.Verdict;
import io.kizashi.core.inforce.InForce;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Projection;
import java.util.List;
import java.util.Map;

/** A core that fails for one customer, until it is mended. */
final class DefectiveCore implements DecisionCore {
  private static final long serialVersionUID = 1L;

  /** For whom it fails. */
  static final CustomerKey UNLUCKY = CustomerKey.customer("c-7");

  /** What is wrong with it. */
  enum Flaw {
    /** Nothing. */
    NONE,
    /** A touchpoint can't be taken into a history that holds one. */
    HISTORY,
    /** A deadline can't be judged. */
    DEADLINE,
    /** It never comes to an end. */
    RECURSION,
    /** What it decides has no JSON form. */
    OUTPUT,
    /** What it decides is larger than Kafka takes. */
    SIZE,
    /** What it remembers has no binary form. */
    STATE
  }

  private final Flaw flaw;
  private boolean isMended;

  DefectiveCore(Flaw flaw) {
    this.flaw = flaw;
  }

  void mend() {
    isMended = true;
  }

  @Override
  public Verdict decide(CustomerState state, Touchpoint touchpoint, InForce rules, long now) {
    if (flaw == Flaw.HISTORY && isMeant(state)) {
      throw new IllegalArgumentException("a touchpoint of 1970");
    }
    return DecisionCore.super.decide(state, touchpoint, rules, now);
  }

  @Override
  public Verdict wakeUp(CustomerState state, InForce rules, long now) {
    Verdict verdict = DecisionCore.super.wakeUp(state, rules, now);
    return isMeant(state) ? spoilt(verdict) : verdict;
  }

  private Verdict spoilt(Verdict verdict) {
    return switch (flaw) {
      case NONE, HISTORY -> verdict;
      case DEADLINE -> throw new IndexOutOfBoundsException(7);
      case RECURSION -> spoilt(spoilt(verdict));
      case OUTPUT -> with(verdict, verdict.state(), unwritable(verdict));
      case SIZE -> with(verdict, verdict.state(), staged(verdict, "x".repeat(Bounds.OUTPUT_BYTES)));
      case STATE -> with(verdict, unwritable(verdict.state()), verdict.outputs());
    };
  }

  private boolean isMeant(CustomerState state) {
    return !isMended
        && state.history().touchpoints().stream().anyMatch(it -> it.cameUnder().equals(UNLUCKY));
  }

  private static Verdict with(Verdict verdict, CustomerState state, Outputs outputs) {
    return new Verdict(state, verdict.fate(), outputs, verdict.shadow(), verdict.trace());
  }

  @SuppressWarnings("NullAway") // what has to be there is not there: the defect is just that
  private static Outputs unwritable(Verdict verdict) {
    return staged(verdict, null);
  }

  private static Outputs staged(Verdict verdict, String stage) {
    List<Moment> moments =
        verdict.moments().stream()
            .map(
                it ->
                    new Moment(
                        it.id(),
                        it.status(),
                        it.rule(),
                        it.kind(),
                        stage,
                        it.customer(),
                        it.detectedAt(),
                        it.severity(),
                        it.evidence(),
                        it.rulebook()))
            .toList();
    return new Outputs(moments, verdict.recommendations());
  }

  private static CustomerState unwritable(CustomerState state) {
    Projection.Row row = new Projection.Row(new Position(0, "e"), 'x', 1);
    Projection projection = new Projection("", Time.FROM_EVER, false, List.of(row));
    return state.withProjections(Map.of("signal", projection));
  }
}
