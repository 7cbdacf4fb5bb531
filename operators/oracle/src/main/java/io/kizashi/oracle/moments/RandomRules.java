package io.kizashi.oracle.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random rules. */
final class RandomRules {
  private static final long MINUTE = 60_000;

  private final Expressions expressions;

  RandomRules(Expressions expressions) {
    this.expressions = expressions;
  }

  Arbitrary<RandomRule> rule() {
    Arbitrary<List<RandomStep>> steps =
        Combinators.combine(first(), more())
            .as(
                (first, more) -> {
                  List<RandomStep> all = new ArrayList<>(List.of(first));
                  all.addAll(more);
                  return all;
                });
    Arbitrary<String> stages = Arbitraries.of("", "", "support");
    Arbitrary<RandomRule> rules =
        Combinators.combine(
                steps,
                Arbitraries.of(false, false, true),
                RandomChoice.maybe(2, unless()),
                expressions.where(),
                RandomChoice.maybe(3, expressions.number()),
                RandomChoice.maybe(3, expressions.span(15)),
                Arbitraries.of(1_440 * MINUTE, MINUTE, 60 * MINUTE, 31 * 1_440 * MINUTE),
                stages)
            .as(
                (pattern, first, unless, when, severity, oncePer, openFor, stage) ->
                    new RandomRule(
                        pattern,
                        first,
                        unless,
                        when,
                        severity,
                        oncePer,
                        openFor,
                        stage,
                        Optional.empty()));
    return Combinators.combine(rules, RandomChoice.maybe(2, matters())).as(RandomRule::by);
  }

  private static Arbitrary<Touched> matters() {
    return Arbitraries.of(
        new Touched.Property(0, "w"),
        new Touched.Property(0, "v"),
        new Touched.Text(0, Touched.Text.Field.CASE),
        new Touched.Text(0, Touched.Text.Field.CONTACT));
  }

  Arbitrary<RandomStep.Event> unless() {
    return sought().map(t -> new RandomStep.Event(t.type(), t.where(), false, Optional.empty(), 1));
  }

  /** Which touchpoints a step looks for. */
  private record Sought(String type, Expr where) {}

  private Arbitrary<Sought> sought() {
    return Combinators.combine(
            type(), expressions.where(), RandomChoice.maybe(5, expressions.ofType()))
        .as(
            (type, where, narrower) ->
                type.equals("any") && narrower.isPresent()
                    ? new Sought(type, new Operation(Operation.Operator.AND, narrower.get(), where))
                    : new Sought(type, where));
  }

  /** Mostly one or two steps more: the longer a pattern, the rarer it completes. */
  private Arbitrary<List<RandomStep>> more() {
    Arbitrary<RandomStep> later = later();
    return new RandomChoice<List<RandomStep>>()
        .or(1, Arbitraries.just(List.of()))
        .or(4, later.list().ofSize(1))
        .or(3, later.list().ofMinSize(1).ofMaxSize(2))
        .or(1, later.list().ofMinSize(1).ofMaxSize(4))
        .arbitrary();
  }

  private Arbitrary<String> type() {
    RandomChoice<String> types =
        new RandomChoice<String>()
            .or(8, Arbitraries.just("alpha"))
            .or(8, Arbitraries.just("beta"))
            .or(4, Arbitraries.just("gamma"))
            .or(2, Arbitraries.just("any"))
            .or(2, Arbitraries.just("profile_updated"));
    return types.or(3, Arbitraries.just(Visit.ENDED)).arbitrary();
  }

  static Arbitrary<Boolean> named() {
    return Arbitraries.of(true, true, true, false);
  }

  private Arbitrary<RandomStep> first() {
    RandomChoice<RandomStep> kinds = new RandomChoice<>();
    kinds.or(
        6,
        Combinators.combine(type(), expressions.where(), named())
            .as((type, where, as) -> new RandomStep.Event(type, where, as, Optional.empty(), 1)));
    kinds.or(2, repeated());
    kinds.or(3, followed(Arbitraries.just(Optional.empty()), 0, 1, 2, 3, 4, 5));
    kinds.or(1, date(false));
    kinds.or(1, date(true));
    kinds.or(2, turn(Arbitraries.just(Optional.empty())));
    return kinds.arbitrary();
  }

  Arbitrary<RandomStep> date(boolean yearly) {
    return expressions.span(10).map(before -> new RandomStep.Date("due", before, yearly));
  }

  static Arbitrary<RandomStep> followed(Arbitrary<Optional<Long>> within, Integer... of) {
    return Combinators.combine(Arbitraries.of(of), named(), within)
        .as(
            (rule, as, span) ->
                new RandomStep.Event(Followed.type(rule), Expr.Constant.TRUE, as, span, 1));
  }

  private Arbitrary<RandomStep> repeated() {
    return Combinators.combine(
            sought(), named(), RandomChoice.maybe(7, expressions.span(20)), Arbitraries.of(2, 3, 4))
        .as((t, as, span, times) -> new RandomStep.Event(t.type(), t.where(), as, span, times));
  }

  private Arbitrary<RandomStep> turn(Arbitrary<Optional<Long>> within) {
    Arbitrary<Double> bounds = Arbitraries.of(0.0, -0.25, 0.25, -0.123, 0.321);
    return Combinators.combine(Arbitraries.of(true, false), bounds, named(), within)
        .as(RandomStep.Turn::new);
  }

  Arbitrary<RandomStep> later() {
    Arbitrary<Optional<Long>> within = RandomChoice.maybe(5, expressions.span(20));
    RandomChoice<RandomStep> kinds = new RandomChoice<>();
    kinds.or(
        4,
        Combinators.combine(type(), expressions.where(), named(), within)
            .as((type, where, as, span) -> new RandomStep.Event(type, where, as, span, 1)));
    kinds.or(
        5,
        Combinators.combine(sought(), span())
            .as((t, span) -> new RandomStep.Absence(t.type(), t.where(), span)));
    kinds.or(1, repeated());
    kinds.or(2, followed(within, 0, 1, 2, 3, 4, 5));
    kinds.or(1, turn(within));
    return kinds.arbitrary();
  }

  private Arbitrary<RandomStep.Span> span() {
    RandomChoice<RandomStep.Span> kinds = new RandomChoice<>();
    kinds.or(4, expressions.span(12).map(RandomStep.Span.For::new));
    kinds.or(1, Arbitraries.of(1, 2, 3, 6).map(RandomStep.Span.Business::new));
    Arbitrary<Long> grace =
        new RandomChoice<Long>().orSimply(1, 0L).or(1, expressions.span(3)).arbitrary();
    kinds.or(3, Combinators.combine(expressions.due(), grace).as(RandomStep.Span.Until::new));
    return kinds.arbitrary();
  }
}
