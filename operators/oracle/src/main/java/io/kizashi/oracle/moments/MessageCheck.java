package io.kizashi.oracle.moments;

import io.kizashi.core.decide.Verdict;
import io.kizashi.core.rules.Rules;
import io.kizashi.oracle.story.CoreLoop;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Status;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks of every message, after every verdict, whether there is something that it is about: its own
 * moment, or one that took that one's place or may come to. A correction is no new message.
 */
final class MessageCheck {
  private final RandomRulebook rulebook;
  private final List<Touchpoint> arrived = new ArrayList<>();
  private final Map<String, Recommendation> standing = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();

  private MessageCheck(RandomRulebook rulebook) {
    this.rulebook = rulebook;
  }

  /** What is wrong with the messages of a story, if anything is. */
  static Optional<String> wrong(MomentCase story, Rules rules) {
    MessageCheck check = new MessageCheck(story.rulebook());
    CoreLoop loop =
        new CoreLoop(rules, List.of(), (before, verdict, now) -> check.look(verdict, now));
    NaiveCounts counting = new NaiveCounts(story.rulebook().retention());
    long proven = Long.MIN_VALUE;
    for (MomentCase.Delivery delivery : story.deliveries()) {
      if (counting.takes(delivery.touchpoint(), proven)) {
        check.arrived.add(delivery.touchpoint());
      }
      proven = Math.max(proven, delivery.proven());
      loop.arrives(delivery.touchpoint());
      loop.proven(proven);
    }
    loop.proven(Long.MAX_VALUE - 1);
    return check.wrong.stream().findFirst();
  }

  /** An attempt that stands, or will if nothing more comes. */
  private record Known(String id, NaiveAttempt attempt, boolean stands) {}

  private void look(Verdict verdict, long now) {
    if (standing.isEmpty() && verdict.recommendations().isEmpty()) {
      return;
    }
    NaiveModel model = new NaiveModel(rulebook, arrived);
    for (Recommendation said : verdict.recommendations()) {
      rule(said).ifPresent(rule -> look(said, rule, model, now));
    }
    for (Recommendation message : standing.values()) {
      rule(message)
          .filter(rule -> !isAboutSomething(message, rule, model, now))
          .ifPresent(rule -> wrong.add("it is about nothing: " + message.withoutReasoning()));
    }
  }

  private void look(Recommendation said, RandomRule rule, NaiveModel model, long now) {
    if (said.status() == Status.ISSUED) {
      standing.values().stream()
          .filter(told -> told.moment().rule().equals(said.moment().rule()))
          .filter(told -> takesThePlace(told, said, rule, model, now))
          .forEach(
              told ->
                  wrong.add(
                      "it was told already: %s by %s"
                          .formatted(said.withoutReasoning(), told.withoutReasoning())));
      standing.put(said.id(), said);
    } else {
      standing.remove(said.id());
      if (rulebook.guards().isEmpty() && isAboutSomething(said, rule, model, now)) {
        wrong.add("it need not be taken back: " + said);
      }
    }
  }

  /** Of rules in earnest whose final silence lasts a time that anyone can tell. */
  private Optional<RandomRule> rule(Recommendation message) {
    return rulebook.rules().stream()
        .filter(rule -> rulebook.name(rule).equals(message.moment().rule()))
        .filter(rule -> !rulebook.isShadow(rule))
        .filter(
            rule ->
                behind(rule)
                    .noneMatch(
                        it ->
                            last(it) instanceof RandomStep.Absence absence
                                && absence.span() instanceof RandomStep.Span.Business))
        .findFirst();
  }

  /** A rule and all that it follows. */
  private Stream<RandomRule> behind(RandomRule rule) {
    Stream<RandomRule> followed =
        rule.steps().stream()
            .filter(step -> step instanceof RandomStep.Event e && Followed.isMoment(e.type()))
            .map(step -> Followed.rule(((RandomStep.Event) step).type()))
            .flatMap(number -> behind(rulebook.rules().get(number)));
    return Stream.concat(Stream.of(rule), followed);
  }

  private static RandomStep last(RandomRule rule) {
    return rule.steps().get(rule.steps().size() - 1);
  }

  private boolean takesThePlace(
      Recommendation told, Recommendation said, RandomRule rule, NaiveModel model, long now) {
    List<Known> known = known(rule, model, now).toList();
    boolean fell =
        known.stream().noneMatch(it -> it.stands() && it.id().equals(told.moment().id()));
    return fell
        && !told.moment().id().equals(said.moment().id())
        && known.stream()
            .filter(it -> it.id().equals(said.moment().id()))
            .anyMatch(it -> isNear(told, it, rule, model));
  }

  private boolean isAboutSomething(
      Recommendation message, RandomRule rule, NaiveModel model, long now) {
    return known(rule, model, now)
        .anyMatch(
            it ->
                it.id().equals(message.moment().id())
                    ? it.stands()
                    : isNear(message, it, rule, model) && !isAnswered(it));
  }

  private boolean isAnswered(Known moment) {
    return standing.values().stream().anyMatch(it -> it.moment().id().equals(moment.id()));
  }

  private Stream<Known> known(RandomRule rule, NaiveModel model, long now) {
    return Stream.concat(
        model.standing(rule, now).stream().map(it -> known(rule, it, true)),
        model.awaited(rule, now).map(it -> known(rule, it, false)));
  }

  private Known known(RandomRule rule, NaiveAttempt attempt, boolean stands) {
    return new Known(ShownMoments.id(rulebook, rule, attempt), attempt, stands);
  }

  /**
   * Of one matter, and so near that the two, or what they follow, can't stand beside each other.
   */
  private boolean isNear(Recommendation message, Known other, RandomRule rule, NaiveModel model) {
    long apart = Math.abs(message.moment().detectedAt() - other.attempt().detectedAt());
    boolean near =
        behind(rule).anyMatch(it -> apart <= silence(it) || apart < it.oncePer().orElse(0L));
    return near
        && model.isAbout(
            rule,
            other.attempt().anchor(),
            run -> ShownMoments.id(rulebook, rule, run).equals(message.moment().id()));
  }

  private static long silence(RandomRule rule) {
    return last(rule) instanceof RandomStep.Absence absence
            && absence.span() instanceof RandomStep.Span.For lasting
        ? lasting.millis()
        : 0;
  }
}
