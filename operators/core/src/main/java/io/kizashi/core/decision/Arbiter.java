package io.kizashi.core.decision;

import io.kizashi.core.detection.World;
import io.kizashi.core.rulebook.ActionRule;
import io.kizashi.core.rulebook.MomentRule;
import io.kizashi.core.rulebook.Rules;
import io.kizashi.core.time.Times;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.MomentRef;
import io.kizashi.schema.Recommendation.Plan;
import io.kizashi.schema.Recommendation.Reasoning;
import io.kizashi.schema.Recommendation.Score;
import io.kizashi.schema.Sha256;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import io.kizashi.schema.state.DetectedMoment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses the one thing to do for a customer on one cause, or nothing. */
public final class Arbiter {
  /** What every candidate scores while values, costs and propensities are not declared. */
  private static final Score EVEN = new Score(1, 1, 0, 1, 1, 1, 0);

  private static final String CHOSEN = "chosen";
  private static final String OUTSCORED = "outscored";
  private static final String EXPIRED = "expired";
  private static final String CONTENT_INCOMPLETE = "content_incomplete";

  /** The name of the explained value that tells the language of the content. */
  private static final String LANGUAGE = "language";

  /** Candidates that an explanation lists; more would not be read. */
  private static final int MOST_EXPLAINED = 16;

  private static final Comparator<Option> ORDER =
      Comparator.comparing((Option option) -> option.action().name())
          .thenComparing(option -> option.moment().detectedAt(), Comparator.reverseOrder())
          .thenComparing(option -> option.moment().id());

  private final Rules rules;
  private final Writer writer;

  /** An arbiter that follows these rules, for one customer. */
  public Arbiter(Rules rules, World world) {
    this.rules = rules;
    this.writer = new Writer(rules, world);
  }

  private record Option(ActionRule action, Moment moment) {}

  private record Ready(Option option, Writer.Message message) {}

  /**
   * Decides on one cause. A cause that was decided on before is not decided again.
   *
   * @param certain time up to which all touchpoints have arrived: an action that expired before it
   *     comes too late
   */
  public Optional<Recommendation> decide(CustomerState state, Cause cause, long certain) {
    List<Option> options = options(state, cause);
    if (options.isEmpty()) {
      return Optional.empty();
    }
    List<Candidate> losers = new ArrayList<>();
    Optional<Ready> best = Optional.empty();
    for (Option option : options) {
      Optional<Writer.Message> message =
          writer.write(option.action(), option.moment(), state, cause);
      if (Times.plus(cause.time(), option.action().expires()) <= certain) {
        losers.add(lost(option, EXPIRED));
      } else if (message.isEmpty()) {
        losers.add(lost(option, CONTENT_INCOMPLETE));
      } else if (best.isPresent()) {
        losers.add(lost(option, OUTSCORED));
      } else {
        best = Optional.of(new Ready(option, message.get()));
      }
    }
    return best.map(ready -> recommendation(ready, cause, losers))
        .filter(chosen -> decided(state, chosen.id()).isEmpty());
  }

  private static Optional<Decision> decided(CustomerState state, String id) {
    return state.decisions().stream()
        .filter(decision -> decision.recommendation().id().equals(id))
        .findFirst();
  }

  private List<Option> options(CustomerState state, Cause cause) {
    Set<String> answered = new HashSet<>();
    state.decisions().stream()
        .filter(Decision::standing)
        .forEach(decision -> answered.add(decision.recommendation().moment().id()));
    List<Option> options = new ArrayList<>();
    for (DetectedMoment detected : state.moments()) {
      Moment moment = detected.moment();
      boolean open =
          !detected.end().isAfter(cause.at())
              && Times.plus(moment.detectedAt(), openFor(moment)) > cause.time()
              && !answered.contains(moment.id());
      if (open) {
        rules.answering(moment.rule()).forEach(action -> options.add(new Option(action, moment)));
      }
    }
    options.sort(ORDER);
    return options;
  }

  private long openFor(Moment moment) {
    return rules.moment(moment.rule()).map(MomentRule::openFor).orElse(0L);
  }

  private Recommendation recommendation(Ready ready, Cause cause, List<Candidate> losers) {
    ActionRule action = ready.option().action();
    Moment moment = ready.option().moment();
    CustomerKey customer = moment.customer();
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(action.name(), moment.id(), EVEN.total(), CHOSEN, ""));
    candidates.addAll(losers.subList(0, Math.min(losers.size(), MOST_EXPLAINED - 1)));
    Writer.Message message = ready.message();
    return new Recommendation(
        Sha256.id(customer.text(), cause.trigger(), Long.toString(cause.time())),
        Recommendation.Status.ISSUED,
        customer,
        new Plan(
            action.name(),
            action.kind(),
            "customer",
            message.channel(),
            cause.time(),
            Times.plus(cause.time(), action.expires())),
        new MomentRef(moment.id(), moment.rule(), moment.kind(), moment.detectedAt()),
        Optional.of(
            new Reasoning(
                message.language(),
                message.parts(),
                EVEN,
                message.valuesRead(LANGUAGE),
                candidates)),
        rules.ref(),
        cause.time(),
        cause.trigger());
  }

  private static Candidate lost(Option option, String reason) {
    return new Candidate(
        option.action().name(), option.moment().id(), EVEN.total(), reason, option.moment().rule());
  }
}
