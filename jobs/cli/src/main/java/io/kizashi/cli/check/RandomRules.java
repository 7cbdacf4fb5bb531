package io.kizashi.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random rules. */
final class RandomRules {
  private static final long MINUTE = 60_000;

  private final Set<Feature> features;
  private final Expressions expressions;

  RandomRules(Set<Feature> features, Expressions expressions) {
    this.features = features;
    this.expressions = expressions;
  }

  Arbitrary<Rule> rule() {
    Arbitrary<List<Step>> steps =
        Combinators.combine(first(), later().list().ofMaxSize(3))
            .as(
                (first, more) -> {
                  List<Step> all = new ArrayList<>(List.of(first));
                  all.addAll(more);
                  return all;
                });
    boolean judged = features.contains(Feature.JUDGED);
    Arbitrary<String> stages = Arbitraries.frequency(Tuple.of(2, ""), Tuple.of(1, "support"));
    return Combinators.combine(
            steps,
            Arbitraries.frequency(Tuple.of(2, false), Tuple.of(1, true)),
            unless().optional(0.3),
            judged ? expressions.where() : Arbitraries.just(Expr.Constant.TRUE),
            expressions.number().optional(judged ? 0.3 : 0),
            expressions.span(30).optional(judged ? 0.3 : 0),
            Arbitraries.of(1_440 * MINUTE, MINUTE, 60 * MINUTE, 31 * 1_440 * MINUTE),
            stages)
        .as(Rule::new);
  }

  private Arbitrary<Step.Event> unless() {
    return Combinators.combine(type(), expressions.where())
        .as((type, where) -> new Step.Event(type, where, false, Optional.empty(), 1));
  }

  private Arbitrary<String> type() {
    boolean sessions = features.contains(Feature.SESSIONS);
    return Arbitraries.frequency(
        Tuple.of(6, "alpha"),
        Tuple.of(6, "beta"),
        Tuple.of(4, "gamma"),
        Tuple.of(2, "any"),
        Tuple.of(1, "profile_updated"),
        Tuple.of(sessions ? 3 : 0, Visit.ENDED));
  }

  private static Arbitrary<Boolean> named() {
    return Arbitraries.frequency(Tuple.of(3, true), Tuple.of(1, false));
  }

  private Arbitrary<Step> first() {
    List<Tuple.Tuple2<Integer, Arbitrary<Step>>> kinds = new ArrayList<>();
    kinds.add(
        Tuple.of(
            6,
            Combinators.combine(type(), expressions.where(), named())
                .as((type, where, as) -> new Step.Event(type, where, as, Optional.empty(), 1))));
    if (features.contains(Feature.TIMES)) {
      kinds.add(Tuple.of(2, repeated()));
    }
    if (features.contains(Feature.DATE)) {
      kinds.add(Tuple.of(1, expressions.span(10).map(before -> new Step.Date("due", before))));
    }
    if (features.contains(Feature.EMOTION)) {
      kinds.add(Tuple.of(2, turn(Arbitraries.just(Optional.empty()))));
    }
    return Arbitraries.frequencyOf(kinds);
  }

  private Arbitrary<Step> repeated() {
    return Combinators.combine(
            type(),
            expressions.where(),
            named(),
            expressions.span(20).optional(0.7),
            Arbitraries.of(2, 3, 4))
        .as(Step.Event::new);
  }

  private Arbitrary<Step> turn(Arbitrary<Optional<Long>> within) {
    Arbitrary<Double> bounds = Arbitraries.of(0.0, -0.25, 0.25, -0.123, 0.321);
    return Combinators.combine(Arbitraries.of(true, false), bounds, named(), within)
        .as(Step.Turn::new);
  }

  private Arbitrary<Step> later() {
    Arbitrary<Optional<Long>> within = expressions.span(30).optional(0.5);
    List<Tuple.Tuple2<Integer, Arbitrary<Step>>> kinds = new ArrayList<>();
    kinds.add(
        Tuple.of(
            4,
            Combinators.combine(type(), expressions.where(), named(), within)
                .as((type, where, as, span) -> new Step.Event(type, where, as, span, 1))));
    kinds.add(
        Tuple.of(
            5, Combinators.combine(type(), expressions.where(), span()).as(Step.Absence::new)));
    if (features.contains(Feature.TIMES)) {
      kinds.add(Tuple.of(1, repeated()));
    }
    if (features.contains(Feature.EMOTION)) {
      kinds.add(Tuple.of(1, turn(within)));
    }
    return Arbitraries.frequencyOf(kinds);
  }

  private Arbitrary<Step.Span> span() {
    List<Tuple.Tuple2<Integer, Arbitrary<Step.Span>>> kinds = new ArrayList<>();
    kinds.add(Tuple.of(4, expressions.span(40).map(Step.Span.For::new)));
    if (features.contains(Feature.BUSINESS_DAYS)) {
      kinds.add(Tuple.of(1, Arbitraries.of(1, 2, 3, 6).map(Step.Span.Business::new)));
    }
    if (features.contains(Feature.UNTIL)) {
      Arbitrary<Long> grace = Arbitraries.oneOf(Arbitraries.just(0L), expressions.span(3));
      kinds.add(
          Tuple.of(2, Combinators.combine(expressions.due(), grace).as(Step.Span.Until::new)));
    }
    return Arbitraries.frequencyOf(kinds);
  }
}
