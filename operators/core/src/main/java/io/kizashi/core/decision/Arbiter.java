package io.kizashi.core.decision;

import io.kizashi.core.detection.Guards;
import io.kizashi.core.detection.World;
import io.kizashi.core.rulebook.ActionRule;
import io.kizashi.core.rulebook.MomentRule;
import io.kizashi.core.rulebook.Rules;
import io.kizashi.core.succession.InForce;
import io.kizashi.core.time.Times;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Explanation;
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

  private static final String UPSET = "upset";
  private static final String PAUSED = "paused";
  private static final String NOT_IN_ROLLOUT = "not_in_rollout";

  /** In the id of what was decided in shadow: it must not be taken for the other. */
  private static final String SHADOW = "shadow";

  private final Rules rules;
  private final InForce inForce;
  private final Writer writer;
  private final Guards guards;

  /** An arbiter that follows these rules, for one customer. */
  public Arbiter(Rules rules, World world, InForce inForce) {
    this.rules = rules;
    this.inForce = inForce;
    this.writer = new Writer(rules, world);
    this.guards = new Guards(world);
  }

  /** An action that answers an open moment. */
  record Option(ActionRule action, Moment moment) {}

  private record Ready(Option option, Writer.Message message) {}

  /**
   * Decides on one cause. A cause that was decided on before is not decided again.
   *
   * @param certain time up to which all touchpoints have arrived: an action that expired before it
   *     comes too late
   */
  public Answer decide(CustomerState state, Cause cause, long certain) {
    List<Option> options =
        options(state, cause, false).stream().filter(option -> !isShadow(option, state)).toList();
    return decide(state, cause, certain, options, false);
  }

  /** What would be decided if rules that run in shadow were in earnest, where that is another. */
  public Answer decideInShadow(CustomerState state, Cause cause, long certain) {
    if (!rules.hasShadow()) {
      return Answer.NOTHING;
    }
    List<Option> options = options(state, cause, true);
    return options.stream().anyMatch(option -> isShadow(option, state))
        ? decide(state, cause, certain, options, true)
        : Answer.NOTHING;
  }

  private static boolean isShadow(Option option, CustomerState state) {
    return option.action().trial().shadow() || state.shadow().contains(option.moment().id());
  }

  private Answer decide(
      CustomerState state, Cause cause, long certain, List<Option> options, boolean shadow) {
    List<Candidate> losers = new ArrayList<>();
    Optional<Ready> best = Optional.empty();
    for (Option option : options) {
      List<String> channels = open(option.action(), state, cause);
      Optional<String> excluded = excluded(option.action(), channels, cause, certain);
      Optional<Writer.Message> message =
          excluded.isPresent() ? Optional.empty() : writer.write(option, channels, state, cause);
      if (message.isEmpty()) {
        losers.add(lost(option, excluded.orElse(CONTENT_INCOMPLETE)));
      } else if (best.isPresent()) {
        losers.add(lost(option, OUTSCORED));
      } else {
        best = Optional.of(new Ready(option, message.get()));
      }
    }
    if (best.isEmpty()) {
      return new Answer(Optional.empty(), losers.stream().map(Candidate::reason).findFirst());
    }
    boolean noted = isShadow(best.get().option(), state);
    Optional<Recommendation> chosen =
        best.filter(ready -> noted == shadow)
            .map(ready -> recommendation(ready, cause, losers, noted))
            .filter(ready -> decided(state, ready.id()).isEmpty());
    return new Answer(chosen, Optional.empty());
  }

  private Optional<String> excluded(
      ActionRule action, List<String> channels, Cause cause, long certain) {
    if (!inForce.covers(action)) {
      return Optional.of(NOT_IN_ROLLOUT);
    }
    if (Times.plus(cause.time(), action.expires()) <= certain) {
      return Optional.of(EXPIRED);
    }
    if (guards.suppress(action.kind(), cause.at())) {
      return Optional.of(UPSET);
    }
    return channels.isEmpty() ? Optional.of(PAUSED) : Optional.empty();
  }

  /** The channels on which an action is not paused. */
  private List<String> open(ActionRule action, CustomerState state, Cause cause) {
    if (inForce.pauses().isEmpty()) {
      return action.channels();
    }
    String region = Region.of(state, cause.at());
    return action.channels().stream()
        .filter(
            channel ->
                inForce.pauses().stream()
                    .noneMatch(pause -> pause.covers(action.kind(), channel, region)))
        .toList();
  }

  private static Optional<Decision> decided(CustomerState state, String id) {
    return state.decisions().stream()
        .filter(decision -> decision.recommendation().id().equals(id))
        .findFirst();
  }

  private List<Option> options(CustomerState state, Cause cause, boolean shadow) {
    Set<String> answered = new HashSet<>();
    state.decisions().stream()
        .filter(Decision::standing)
        .filter(it -> shadow || !state.shadow().contains(it.recommendation().id()))
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

  private Recommendation recommendation(
      Ready ready, Cause cause, List<Candidate> losers, boolean shadow) {
    ActionRule action = ready.option().action();
    Moment moment = ready.option().moment();
    CustomerKey customer = moment.customer();
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(
        new Candidate(action.name(), moment.id(), "", EVEN, CHOSEN, "", Optional.empty()));
    candidates.addAll(losers.subList(0, Math.min(losers.size(), MOST_EXPLAINED - 1)));
    Writer.Message message = ready.message();
    return new Recommendation(
        id(customer, cause, shadow),
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
                Optional.empty(),
                new Explanation(message.valuesRead(LANGUAGE), candidates, 0))),
        rules.ref(),
        cause.time(),
        cause.trigger());
  }

  private static String id(CustomerKey customer, Cause cause, boolean shadow) {
    String time = Long.toString(cause.time());
    return shadow
        ? Sha256.id(customer.text(), cause.trigger(), time, SHADOW)
        : Sha256.id(customer.text(), cause.trigger(), time);
  }

  private static Candidate lost(Option option, String reason) {
    return new Candidate(
        option.action().name(),
        option.moment().id(),
        "",
        EVEN,
        reason,
        option.moment().rule(),
        Optional.empty());
  }
}
