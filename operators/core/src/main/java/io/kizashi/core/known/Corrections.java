package io.kizashi.core.known;

import io.kizashi.core.detect.Detector;
import io.kizashi.core.detect.World;
import io.kizashi.core.rules.Mode;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.MomentRef;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import io.kizashi.schema.state.DetectedMoment;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which messages speak of a moment though they were written about another. A touchpoint that comes
 * late replaces a moment by another of the same rule and matter; the customer, who has the message,
 * needs no second one: a correction is no new message.
 *
 * <p>Which moment took the place of which, nobody keeps: it must follow from what subscribers have,
 * since a restart begins with that. Two moments of a rule about one matter that are detected no
 * further apart than its {@link MomentRule#spacing} don't stand beside each other; so a message
 * whose own moment fell is about the one that stands there now.
 *
 * <p>Costs one comparison for each decision and moment.
 */
public final class Corrections {
  private final World world;
  private final CustomerState state;

  /**
   * By what stands and what was decided.
   *
   * @param world shows the customer's history to the rules
   * @param state the same history, with the moments and decisions as they are now
   */
  public Corrections(World world, CustomerState state) {
    this.world = world.with(state.moments());
    this.state = state;
  }

  /** The message that told a moment already, where it is not the moment's own. */
  public Optional<Recommendation> told(Moment moment) {
    return isAnswered(moment.id())
        ? Optional.empty()
        : left()
            .filter(message -> !stands(message.moment()) && !isYetToCome(message.moment().id()))
            .filter(message -> isAbout(message, moment))
            .findFirst();
  }

  /**
   * What becomes of a decision whose moment fell: where it has reached the customer it answers what
   * stands in its moment's place, or waits for what may come to stand there.
   *
   * @param judgedUntil proven time up to which moments are judged, milliseconds
   * @return empty where nothing is left for it to answer
   */
  public Optional<Decision> corrected(Decision decision, long judgedUntil) {
    Recommendation message = decision.recommendation();
    if (!decision.reached()) {
      return Optional.empty();
    }
    if (stands(message.moment()) || answersAnother(message)) {
      return Optional.of(decision.sent());
    }
    return awaitsAnother(message, judgedUntil)
        ? Optional.of(decision.awaitingAnother())
        : Optional.empty();
  }

  private boolean answersAnother(Recommendation message) {
    return state.moments().stream()
        .map(DetectedMoment::moment)
        .anyMatch(it -> isAbout(message, it) && !isAnswered(it.id()));
  }

  private boolean awaitsAnother(Recommendation message, long judgedUntil) {
    return world.rules().moment(message.moment().rule()).stream()
        .flatMap(rule -> new Detector(world).awaited(rule, judgedUntil))
        .map(DetectedMoment::moment)
        .anyMatch(it -> isAbout(message, it.id(), it.detectedAt()));
  }

  /** Whether a message told a moment that is not its own, which does not stand. */
  public boolean wasTold(Recommendation message, Moment moment) {
    return !stands(message.moment()) && isAbout(message, moment);
  }

  private boolean isAbout(Recommendation message, Moment moment) {
    return Mode.of(state, message.id()) == Mode.of(state, moment.id())
        && message.moment().rule().equals(moment.rule())
        && isAbout(message, moment.id(), moment.detectedAt());
  }

  private boolean isAbout(Recommendation message, String id, long detectedAt) {
    MomentRef about = message.moment();
    return !about.id().equals(id)
        && world
            .rules()
            .moment(about.rule())
            .filter(
                rule ->
                    Math.abs(about.detectedAt() - detectedAt)
                        <= world.rules().followers().spacing(rule))
            .filter(rule -> world.areOfOneMatter(rule, about.id(), id))
            .isPresent();
  }

  /** What was sent and not taken back; before a restart too, of which the last word counts. */
  private Stream<Recommendation> left() {
    List<Decision> decisions = state.decisions();
    Stream<Recommendation> sent =
        decisions.stream().filter(Decision::reached).map(Decision::recommendation);
    if (state.said().isNothing()) {
      return sent;
    }
    Set<String> known = new HashSet<>();
    decisions.forEach(it -> known.add(it.recommendation().id()));
    Stream<Recommendation> said =
        state.said().recommendations().stream()
            .map(it -> state.said().recommendation(it.id()).orElse(it))
            .filter(it -> it.status() == Recommendation.Status.ISSUED && known.add(it.id()))
            .filter(it -> !Outcomes.hasFailed(state, it.id()));
    return Stream.concat(sent, said);
  }

  private boolean stands(MomentRef moment) {
    return state.moments().stream().anyMatch(it -> it.moment().id().equals(moment.id()));
  }

  /** Whether a moment was said before a restart, and what it is made of has not come again yet. */
  private boolean isYetToCome(String moment) {
    return state
        .said()
        .moment(moment)
        .filter(lastWord -> lastWord.status() == Moment.Status.DETECTED)
        .filter(lastWord -> lastWord.evidence().stream().anyMatch(it -> isYetToCome(lastWord, it)))
        .isPresent();
  }

  /**
   * The same of one piece of evidence. What a following moment names may be one that was known
   * before the checkpoint: in doubt nothing more comes, and the message is about what stands.
   */
  private boolean isYetToCome(Moment made, String evidence) {
    boolean isMoment = state.said().moment(evidence).isPresent();
    boolean mayBeMoment =
        world
            .rules()
            .moment(made.rule())
            .filter(rule -> rule.pattern().follows().findAny().isPresent())
            .isPresent();
    return isMoment ? isYetToCome(evidence) : !mayBeMoment && !state.seen().contains(evidence);
  }

  private boolean isAnswered(String moment) {
    return state.decisions().stream()
        .anyMatch(it -> it.standing() && it.recommendation().moment().id().equals(moment));
  }
}
