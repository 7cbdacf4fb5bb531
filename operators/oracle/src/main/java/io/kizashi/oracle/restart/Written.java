package io.kizashi.oracle.restart;

import io.kizashi.core.decide.Recollection;
import io.kizashi.core.decide.Verdict;
import io.kizashi.core.known.Outcomes;
import io.kizashi.core.rules.Mode;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.MomentRef;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was written of one customer, in order: what subscribers have. */
final class Written {
  private final List<Moment> moments = new ArrayList<>();
  private final List<Recommendation> recommendations = new ArrayList<>();
  private final Set<String> shadow = new HashSet<>();

  /** Recommendations of which an outcome came before they were written. */
  private final Set<String> foretold = new HashSet<>();

  /** What a verdict says is written. */
  void act(CustomerState before, Verdict verdict, long now) {
    moments.addAll(verdict.moments());
    moments.addAll(verdict.shadow().moments());
    recommendations.addAll(verdict.recommendations());
    recommendations.addAll(verdict.shadow().recommendations());
    verdict.shadow().moments().forEach(it -> shadow.add(it.id()));
    verdict.shadow().recommendations().forEach(it -> shadow.add(it.id()));
  }

  /** A touchpoint comes; it may tell what came of something that is not written yet. */
  void hears(Touchpoint touchpoint) {
    String spokenOf = Outcomes.recommendation(touchpoint);
    if (Outcomes.of(touchpoint).isPresent() && !isIssued(spokenOf)) {
      foretold.add(spokenOf);
    }
  }

  /** Whether something was told that nobody could know: no such stream is read. */
  boolean isForetold() {
    return foretold.stream().anyMatch(this::isIssued);
  }

  private boolean isIssued(String id) {
    return recommendations.stream()
        .anyMatch(it -> it.id().equals(id) && it.status() == Recommendation.Status.ISSUED);
  }

  /** The same as it is now. */
  Written copy() {
    Written copy = new Written();
    copy.moments.addAll(moments);
    copy.recommendations.addAll(recommendations);
    copy.shadow.addAll(shadow);
    return copy;
  }

  /**
   * A checkpoint's state with what was written after it.
   *
   * @param then what was written by the checkpoint
   */
  CustomerState recalled(CustomerState checkpoint, Written then) {
    CustomerState state = checkpoint;
    for (Moment moment : moments.subList(then.moments.size(), moments.size())) {
      state = Recollection.of(state, moment, mode(moment.id()));
    }
    int before = then.recommendations.size();
    for (Recommendation it : recommendations.subList(before, recommendations.size())) {
      state = Recollection.of(state, it, mode(it.id()));
    }
    return CustomerState.decode(state.encode());
  }

  private Mode mode(String id) {
    return shadow.contains(id) ? Mode.IN_SHADOW : Mode.IN_EARNEST;
  }

  /** Moments that stand, by the last word on each. */
  Set<Moment> standingMoments() {
    Set<Moment> standing = new HashSet<>();
    for (Moment moment : moments) {
      standing.removeIf(it -> it.id().equals(moment.id()));
      if (moment.status() == Moment.Status.DETECTED) {
        standing.add(moment);
      }
    }
    return standing;
  }

  /** Moments and recommendations that stand. */
  Set<Object> standing() {
    Set<Object> standing = new HashSet<>(standingMoments());
    standingRecommendations().forEach(it -> standing.add(it.withoutReasoning()));
    return standing;
  }

  private List<Recommendation> standingRecommendations() {
    List<Recommendation> last = new ArrayList<>();
    for (Recommendation recommendation : recommendations) {
      last.removeIf(it -> it.id().equals(recommendation.id()));
      last.add(recommendation);
    }
    last.removeIf(it -> it.status() == Recommendation.Status.RETRACTED);
    return last;
  }

  /**
   * Standing recommendations that answer nothing, and such as have two contents. One whose moment
   * fell may answer another of its rule that nothing else answers.
   */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    Set<String> answered = new HashSet<>();
    standingRecommendations().forEach(it -> answered.add(it.moment().id()));
    for (Recommendation recommendation : standingRecommendations()) {
      MomentRef own = recommendation.moment();
      boolean answers =
          standingMoments().stream()
              .filter(it -> it.rule().equals(own.rule()))
              .anyMatch(it -> it.id().equals(own.id()) || !answered.contains(it.id()));
      if (!answers) {
        broken.add("answers nothing that stands: " + recommendation.withoutReasoning());
      }
    }
    Set<Recommendation> contents = new HashSet<>(recommendations);
    Set<List<String>> words = new HashSet<>();
    contents.forEach(it -> words.add(List.of(it.id(), it.status().wire())));
    if (contents.size() > words.size()) {
      broken.add("one recommendation has two contents: " + contents);
    }
    return broken;
  }
}
