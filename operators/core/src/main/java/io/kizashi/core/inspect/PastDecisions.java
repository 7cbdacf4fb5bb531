package io.kizashi.core.inspect;

import io.kizashi.core.arbitrate.Arbiter;
import io.kizashi.core.arbitrate.Cause;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.reason.Check;
import io.kizashi.core.reason.Withheld;
import io.kizashi.core.rules.Mode;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Explanation;
import io.kizashi.schema.Recommendation.Plan;
import io.kizashi.schema.reply.Decided;
import io.kizashi.schema.reply.Decided.Fate;
import io.kizashi.schema.reply.Decided.Loss;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import io.kizashi.schema.state.DetectedMoment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was decided for a customer. That nothing was done is not kept: it is decided once more, with
 * what had been decided by then, and what comes of it is only told.
 */
final class PastDecisions {
  /** Moments without an answer that are asked about: each costs an arbitration. */
  private static final int UNANSWERED = 3;

  private static final int LOSSES = 4;

  private final CustomerState state;
  private final InForce inForce;

  PastDecisions(CustomerState state, InForce inForce) {
    this.state = state;
    this.inForce = inForce;
  }

  /** All of them, the newest first. */
  List<Decided> all() {
    Stream<Decided> taken =
        state.decisions().stream()
            .filter(it -> isInEarnest(it.recommendation().id()))
            .map(PastDecisions::decided);
    return Stream.concat(taken, withheld())
        .sorted(Comparator.comparingLong(Decided::decidedAt).reversed())
        .toList();
  }

  private boolean isInEarnest(String id) {
    return Mode.of(state, id) == Mode.IN_EARNEST;
  }

  private static Decided decided(Decision decision) {
    Recommendation it = decision.recommendation();
    Plan plan = it.plan();
    return new Decided(
        plan.action(),
        plan.channel(),
        it.moment().rule(),
        decision.failed() ? Fate.FAILED : fate(decision.fate()),
        it.decidedAt(),
        plan.sendAt(),
        it.reasoning().map(why -> losses(why.explanation())).orElse(List.of()));
  }

  private static Fate fate(Decision.Fate fate) {
    return switch (fate) {
      case RETRACTED -> Fate.RETRACTED;
      case STANDING -> Fate.ISSUED;
      case HELD -> Fate.HELD;
      case WITHDRAWN -> Fate.WITHDRAWN;
      case CORRECTING -> Fate.CORRECTING;
      case GUARDED -> Fate.GUARDED;
    };
  }

  private Stream<Decided> withheld() {
    return state.moments().stream()
        .filter(it -> isInEarnest(it.moment().id()) && !isAnswered(it))
        .sorted(Comparator.comparing(DetectedMoment::end).reversed())
        .limit(UNANSWERED)
        .flatMap(it -> withheld(it).stream());
  }

  private boolean isAnswered(DetectedMoment detected) {
    return state.decisions().stream()
        .anyMatch(it -> it.recommendation().moment().id().equals(detected.moment().id()));
  }

  private Optional<Decided> withheld(DetectedMoment detected) {
    long time = detected.moment().detectedAt();
    CustomerState then =
        state.withDecisions(
            state.decisions().stream()
                .filter(it -> it.recommendation().decidedAt() <= time)
                .toList());
    World world = World.of(then, inForce.rules(), new Misses());
    return new Arbiter(world, then, inForce, Set.of())
        .decide(new Cause(detected.end()), time)
        .withheld()
        .map(it -> decided(it, detected));
  }

  private static Decided decided(Withheld withheld, DetectedMoment detected) {
    return new Decided(
        withheld.action(),
        "",
        detected.moment().rule(),
        Fate.WITHHELD,
        withheld.decidedAt(),
        withheld.at(),
        losses(withheld.explanation()));
  }

  private static List<Loss> losses(Explanation explanation) {
    return explanation.candidates().stream()
        .filter(candidate -> !candidate.reason().equals(Check.CHOSEN))
        .map(PastDecisions::loss)
        .distinct() // one that would answer several moments is told once
        .limit(LOSSES)
        .toList();
  }

  private static Loss loss(Candidate candidate) {
    return new Loss(
        candidate.action(), candidate.channel(), candidate.reason(), candidate.detail());
  }
}
