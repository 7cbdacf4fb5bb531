package io.kizashi.core.decide;

import io.kizashi.core.detect.World;
import io.kizashi.core.known.Corrections;
import io.kizashi.core.rules.Mode;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Status;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import io.kizashi.schema.state.DetectedMoment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings together what was said before a restart and what stands, once all that was known then is
 * known again: what did not come again is taken back, under its id and once.
 */
final class Settlement {
  private final Rules rules;
  private final CustomerState before;
  private final PendingOutputs outputs;
  private final List<Decision> decisions;
  private final Corrections corrections;

  Settlement(World world, PendingOutputs outputs) {
    this.rules = world.rules();
    this.before = world.state();
    this.outputs = outputs;
    this.corrections = new Corrections(world, before);
    this.decisions = new ArrayList<>(before.decisions());
  }

  /** The state in which nothing waits to be settled. */
  CustomerState act() {
    Set<String> moments = new LinkedHashSet<>();
    before.said().moments().forEach(it -> moments.add(it.id()));
    moments.forEach(id -> before.said().moment(id).ifPresent(this::settle));
    Set<String> recommendations = new LinkedHashSet<>();
    before.said().recommendations().forEach(it -> recommendations.add(it.id()));
    recommendations.forEach(id -> before.said().recommendation(id).ifPresent(this::settle));
    return before.withDecisions(decisions);
  }

  private void settle(Moment lastWord) {
    if (isForgotten(lastWord)) {
      return;
    }
    Mode mode = Mode.of(before, lastWord.id());
    Optional<Moment> stands = standing(lastWord.id());
    boolean wasDetected = lastWord.status() == Moment.Status.DETECTED;
    if (wasDetected && !stands.equals(Optional.of(lastWord))) {
      outputs.add(lastWord.retracted(), mode);
    }
    if (!wasDetected || !stands.equals(Optional.of(lastWord))) {
      stands.ifPresent(moment -> outputs.add(moment, mode));
    }
  }

  /**
   * Whether a moment began with one of which nothing is known any more, nor said: both were known
   * before the checkpoint, and can neither come again nor fall. {@link Recollection} knows it of
   * those that begin with a touchpoint.
   */
  private boolean isForgotten(Moment said) {
    String first = said.evidence().get(0);
    boolean follows =
        rules
            .moment(said.rule())
            .filter(rule -> rule.pattern().first().fit().moment().isPresent())
            .isPresent();
    return follows
        && standing(said.id()).isEmpty()
        && standing(first).isEmpty()
        && before.said().moment(first).filter(it -> !isForgotten(it)).isEmpty();
  }

  private Optional<Moment> standing(String id) {
    return before.moments().stream()
        .map(DetectedMoment::moment)
        .filter(it -> it.id().equals(id))
        .findFirst();
  }

  private void settle(Recommendation lastWord) {
    int known = indexOf(lastWord.id());
    if (known >= 0) {
      decisions.set(known, settled(decisions.get(known), lastWord));
    } else if (!isForgotten(lastWord)) {
      decisions.add(settled(lastWord));
    }
  }

  /** A decision that was made again, or before; a word that was taken back stays so. */
  private Decision settled(Decision decision, Recommendation lastWord) {
    boolean isIssued = lastWord.status() == Status.ISSUED;
    if (isIssued && !decision.standing()) {
      takeBack(lastWord);
    }
    if (decision.standing() && !isIssued) {
      return decision.takenBack();
    }
    return decision.held() ? decision.sent() : decision;
  }

  /** What was not made again stands where its moment does, and else is taken back. */
  private Decision settled(Recommendation lastWord) {
    boolean isIssued = lastWord.status() == Status.ISSUED;
    Decision said = Remembered.decision(lastWord, before);
    boolean stands = standing(lastWord.moment().id()).isPresent() && isOnly(lastWord);
    if (!isIssued || stands) {
      return said;
    }
    Optional<Decision> corrected = corrections.corrected(said, before.clock().judgedUntil());
    if (corrected.isEmpty()) {
      takeBack(lastWord);
    }
    return corrected.orElseGet(said::takenBack);
  }

  private void takeBack(Recommendation issued) {
    outputs.add(issued.retracted(), Mode.of(before, issued.id()));
  }

  /** Two answers to one moment would be one message too many. */
  private boolean isOnly(Recommendation lastWord) {
    Mode mode = Mode.of(before, lastWord.id());
    return decisions.stream()
        .filter(Decision::standing)
        .map(Decision::recommendation)
        .filter(it -> Mode.of(before, it.id()) == mode && !it.id().equals(lastWord.id()))
        .noneMatch(it -> it.moment().id().equals(lastWord.moment().id()));
  }

  private int indexOf(String id) {
    for (int i = 0; i < decisions.size(); i++) {
      if (decisions.get(i).recommendation().id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether it may have been known, and gone because there were too many after it. */
  private boolean isForgotten(Recommendation said) {
    return before.decisions().size() >= Bounds.DECISIONS
        && before.decisions().get(0).recommendation().decidedAt() >= said.decidedAt();
  }
}
