package io.kizashi.oracle.moments;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random signals. */
final class RandomSignals {
  private static final Expr ONE = new Expr.Constant(1.0);

  private final Expressions expressions;
  private final Arbitrary<Expr> condition;
  private final Arbitrary<Expr> where;

  RandomSignals(Expressions expressions) {
    this.expressions = expressions;
    this.condition = expressions.ofEvent();
    this.where =
        new RandomChoice<Expr>().orSimply(1, Expr.Constant.TRUE).or(1, condition).arbitrary();
  }

  private static Arbitrary<Expr> value() {
    return Arbitraries.of(List.<Expr>of(property("v"), property("w"), property("l")));
  }

  private static Expr property(String name) {
    return new Touched.Property(0, name);
  }

  private static Expr text(Touched.Text.Field field) {
    return new Touched.Text(0, field);
  }

  /** Counts and sums, which are whole numbers mostly. */
  Arbitrary<Expr> whole() {
    return new RandomChoice<RandomSignal>()
        .or(1, count())
        .or(1, window())
        .or(1, latest())
        .or(1, open())
        .arbitrary()
        .map(KnownFacts.OfSignal::new);
  }

  private Arbitrary<RandomSignal> count() {
    return Combinators.combine(condition, expressions.span(40)).as(RandomSignal.Count::new);
  }

  private Arbitrary<RandomSignal> window() {
    return Combinators.combine(
            Arbitraries.of(RandomSignal.Window.Kind.values()), value(), where, expressions.span(40))
        .as(RandomSignal.Window::new);
  }

  private Arbitrary<RandomSignal> latest() {
    return Combinators.combine(value(), where).as(RandomSignal.Latest::new);
  }

  private Arbitrary<RandomSignal> open() {
    Arbitrary<Expr> key =
        Arbitraries.of(
            List.of(new Expr.Constant(""), property("w"), text(Touched.Text.Field.SESSION)));
    return Combinators.combine(condition, condition, key).as(RandomSignal.Open::new);
  }

  /** Sums that fade. */
  Arbitrary<Expr> fading() {
    Arbitrary<Expr> number = Arbitraries.of(List.of(ONE, property("v"), new Touched.Valence(0)));
    return Combinators.combine(number, where, expressions.span(20))
        .as(RandomSignal.Decay::new)
        .map(KnownFacts.OfSignal::new);
  }

  /** Texts. */
  Arbitrary<Expr> texts() {
    Arbitrary<RandomSignal> top =
        Combinators.combine(Arbitraries.just(property("w")), where, expressions.span(20))
            .as(RandomSignal.Top::new);
    return new RandomChoice<RandomSignal>()
        .or(1, top)
        .or(1, latest())
        .arbitrary()
        .map(KnownFacts.OfSignal::new);
  }

  /** Whether something is long ago, or comes seldom, or was due by its rhythm. */
  Arbitrary<Expr> longer() {
    Arbitrary<TimedSignal> since = condition.map(TimedSignal.Since::new);
    return new RandomChoice<Expr>()
        .or(1, longer(since))
        .or(1, longer(rhythm().map(it -> it)))
        .or(1, overdue())
        .arbitrary();
  }

  private Arbitrary<Expr> longer(Arbitrary<TimedSignal> signal) {
    return Combinators.combine(signal, expressions.span(20)).as(KnownFacts.Longer::new);
  }

  private Arbitrary<Expr> overdue() {
    return rhythm()
        .map(
            rhythm ->
                new Operation(
                    Operation.Operator.ABOVE,
                    new KnownFacts.OfSignal(new TimedSignal.Since(rhythm.fits())),
                    new KnownFacts.OfSignal(rhythm)));
  }

  private Arbitrary<TimedSignal.Rhythm> rhythm() {
    Arbitrary<Optional<Long>> within =
        new RandomChoice<Optional<Long>>()
            .orSimply(1, Optional.empty())
            .or(1, expressions.span(40).map(Optional::of))
            .arbitrary();
    return Combinators.combine(condition, Arbitraries.of(2, 3, 4, 5), within)
        .as(TimedSignal.Rhythm::new);
  }
}
