package io.kizashi.core.decide;

import io.kizashi.core.arbitrate.Answer;
import io.kizashi.core.arbitrate.Arbiter;
import io.kizashi.core.arbitrate.Cause;
import io.kizashi.core.detect.World;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.known.Corrections;
import io.kizashi.core.known.Outcomes;
import io.kizashi.core.review.Review;
import io.kizashi.core.rules.Mode;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import io.kizashi.schema.state.DetectedMoment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Draws the conclusions of a judgement: what is emitted, taken back, and decided. */
final class Conclusions {
  private final InForce inForce;
  private final Rules rules;
  private final World world;
  private final MomentChanges changes;
  private final PendingOutputs outputs;

  /**
   * Decides by the rules that see a world; they may be former ones.
   *
   * @param world in which the changes were found
   */
  Conclusions(InForce inForce, World world, MomentChanges changes, PendingOutputs outputs) {
    this.inForce = inForce;
    this.rules = world.rules();
    this.world = world;
    this.changes = changes;
    this.outputs = outputs;
  }

  /**
   * The state with the moments that stand now and the decisions that they lead to.
   *
   * @param judged proven time up to which moments are judged
   * @param certain time up to which all touchpoints have arrived
   */
  CustomerState act(CustomerState before, long judged, long certain) {
    if (changes.isNone() && before.decisions().stream().noneMatch(Decision::correcting)) {
      return before;
    }
    changes.fallen().forEach(it -> outputs.add(it.retracted(), Mode.of(before, it.id())));
    CustomerState state = withdraw(before.withMoments(changes.standing()), judged);
    Set<String> shadow = new HashSet<>(before.shadow());
    Set<Cause> causes = new TreeSet<>();
    Set<Cause> inEarnest = new TreeSet<>();
    for (DetectedMoment detected : changes.risen()) {
      Mode mode = mode(detected, before);
      mark(shadow, detected.moment().id(), mode);
      outputs.add(detected.moment(), mode);
      causes.add(new Cause(detected.end()));
      if (mode == Mode.IN_EARNEST) {
        inEarnest.add(new Cause(detected.end()));
      }
    }
    state = state.withShadow(shadow);
    for (Cause cause : causes) {
      // One for both: what is only noted knows of no decision that is taken beside it.
      Arbiter arbiter = arbiter(state, cause);
      if (inEarnest.contains(cause)) { // what runs in shadow causes nothing
        state = conclude(state, arbiter, cause, certain);
      }
      state = note(state, arbiter, cause, certain);
    }
    return state;
  }

  /** A moment that was said stays where it was said. */
  private Mode mode(DetectedMoment detected, CustomerState before) {
    String id = detected.moment().id();
    if (before.said().moment(id).isPresent()) {
      return Mode.of(before, id);
    }
    return rules
        .moment(detected.moment().rule())
        .map(MomentRule::trial)
        .orElseThrow()
        .mode(detected.moment().customer());
  }

  private static void mark(Set<String> shadow, String id, Mode mode) {
    switch (mode) {
      case IN_EARNEST -> shadow.remove(id);
      case IN_SHADOW -> shadow.add(id);
    }
  }

  private Arbiter arbiter(CustomerState state, Cause cause) {
    boolean settled = rules.settings().settled();
    CustomerState counted = Remembered.countedBeside(state, cause, settled);
    return new Arbiter(world, counted, inForce, Remembered.answeredAfter(cause, state, settled));
  }

  private CustomerState conclude(CustomerState state, Arbiter arbiter, Cause cause, long certain) {
    Optional<Recommendation> said = Remembered.on(cause, Mode.IN_EARNEST, state);
    if (said.isPresent()) {
      return recall(state, said.get(), Mode.IN_EARNEST);
    }
    Answer answer = arbiter.decide(cause, certain);
    answer.withheld().ifPresent(outputs::withhold);
    return answer
        .chosen()
        .map(chosen -> take(state, chosen, answer.guarded(), Mode.IN_EARNEST))
        .orElse(state);
  }

  private CustomerState note(CustomerState state, Arbiter arbiter, Cause cause, long certain) {
    Optional<Recommendation> said = Remembered.on(cause, Mode.IN_SHADOW, state);
    if (said.isPresent()) {
      return recall(state, said.get(), Mode.IN_SHADOW);
    }
    Answer noted = arbiter.decideInShadow(cause, certain);
    if (noted.chosen().isEmpty()) {
      return state;
    }
    Set<String> shadow = new HashSet<>(state.shadow());
    mark(shadow, noted.chosen().get().id(), Mode.IN_SHADOW);
    return take(state, noted.chosen().get(), noted.guarded(), Mode.IN_SHADOW).withShadow(shadow);
  }

  /** What was said on a cause is the decision on it, as long as its moment stands. */
  private CustomerState recall(CustomerState state, Recommendation said, Mode mode) {
    boolean isMade =
        state.decisions().stream().anyMatch(it -> it.recommendation().id().equals(said.id()));
    boolean stands =
        state.moments().stream().anyMatch(it -> it.moment().id().equals(said.moment().id()));
    return stands && !isMade ? take(state, said, false, mode) : state;
  }

  /**
   * What is to be sent at once is emitted; what has time, or waits for guards, waits in the state.
   */
  private CustomerState take(
      CustomerState state, Recommendation chosen, boolean guarded, Mode mode) {
    boolean waits = chosen.plan().sendAt() > chosen.decidedAt();
    if (waits) {
      outputs.hold(chosen.plan().sendAt());
    } else {
      outputs.add(chosen, mode);
    }
    List<Decision> decisions = new ArrayList<>(state.decisions());
    Decision taken =
        guarded
            ? Decision.guarded(chosen)
            : waits ? Decision.held(chosen) : Decision.issued(chosen);
    decisions.add(Outcomes.hasFailed(state, chosen.id()) ? taken.thatFailed() : taken);
    return state.withDecisions(decisions);
  }

  /**
   * Takes back what answers a moment that no longer stands, unless the customer has it and it
   * answers the one that takes its place.
   */
  private CustomerState withdraw(CustomerState state, long judgedUntil) {
    Set<String> fallen = outputs.momentIds();
    state.moments().forEach(detected -> fallen.remove(detected.moment().id()));
    Corrections corrections = new Corrections(world, state);
    List<Decision> decisions = new ArrayList<>();
    for (Decision decision : state.decisions()) {
      boolean falls = decision.standing() && isConcerned(decision, fallen, corrections);
      Optional<Decision> corrected =
          falls ? corrections.corrected(decision, judgedUntil) : Optional.of(decision);
      if (corrected.isEmpty()) {
        outputs.takeBack(decision, Review.fallen(decision.recommendation()), state);
      }
      decisions.add(corrected.orElseGet(decision::takenBack));
    }
    return decisions.equals(state.decisions()) ? state : state.withDecisions(decisions);
  }

  /** Whether what a decision answers has fallen, or may come to stand. */
  private boolean isConcerned(Decision decision, Set<String> fallen, Corrections corrections) {
    Recommendation message = decision.recommendation();
    return decision.correcting()
        || fallen.contains(message.moment().id())
        || changes.fallen().stream().anyMatch(it -> corrections.wasTold(message, it));
  }
}
