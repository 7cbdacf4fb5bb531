package io.kizashi.oracle.moments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random rules that follow each other: what follows a moment stands seldom by chance. */
final class RandomJourney {
  private static final long MINUTE = 60_000;

  private final Expressions expressions;
  private final RandomRules rules;

  RandomJourney(Expressions expressions, RandomRules rules) {
    this.expressions = expressions;
    this.rules = rules;
  }

  /**
   * Some rules, and mostly a journey through them: one before them that asks for little, and one
   * behind them that follows it, or another.
   */
  Arbitrary<List<RandomRule>> through(Arbitrary<List<RandomRule>> some) {
    Arbitrary<RandomStep> event =
        Combinators.combine(Arbitraries.of("alpha", "beta", "gamma"), seldom(), RandomRules.named())
            .as((type, where, as) -> new RandomStep.Event(type, where, as, Optional.empty(), 1));
    Arbitrary<RandomStep> start =
        new RandomChoice<RandomStep>().or(3, event).or(1, rules.date(true)).arbitrary();
    Arbitrary<RandomStep> follow =
        RandomRules.followed(Arbitraries.just(Optional.empty()), 0, 0, 0, 0, 1, 2);
    Arbitrary<Optional<RandomRule>> first = RandomChoice.maybe(6, stage(start));
    Arbitrary<Optional<RandomRule>> last = RandomChoice.maybe(6, stage(follow));
    return Combinators.combine(first, some, last)
        .as(
            (begins, all, follows) ->
                Stream.of(begins.stream(), all.stream(), follows.stream())
                    .flatMap(each -> each)
                    .toList());
  }

  /** A rule of a journey: its first step, and another at most. */
  private Arbitrary<RandomRule> stage(Arbitrary<RandomStep> first) {
    return Combinators.combine(
            first,
            rules.later().list().ofMaxSize(1),
            Arbitraries.of(false, false, true),
            RandomChoice.maybe(1, rules.unless()),
            seldom(),
            RandomChoice.maybe(3, expressions.number()),
            RandomChoice.maybe(3, expressions.span(15)),
            Arbitraries.of(1_440 * MINUTE, 60 * MINUTE))
        .as(
            (step, more, exclusive, unless, when, severity, oncePer, openFor) ->
                new RandomRule(
                    Stream.concat(Stream.of(step), more.stream()).toList(),
                    exclusive,
                    unless,
                    when,
                    severity,
                    oncePer,
                    openFor,
                    "",
                    Optional.empty()));
  }

  /** What mostly holds. */
  private Arbitrary<Expr> seldom() {
    return new RandomChoice<Expr>()
        .or(3, Arbitraries.just(Expr.Constant.TRUE))
        .or(1, expressions.where())
        .arbitrary();
  }
}
