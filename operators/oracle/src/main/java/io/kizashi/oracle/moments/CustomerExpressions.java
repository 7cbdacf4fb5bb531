package io.kizashi.oracle.moments;

import io.kizashi.oracle.moments.KnownFacts.Listed;
import io.kizashi.oracle.moments.Operation.Operator;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random expressions on what is known of the customer.
 *
 * @param expressions on touchpoints, for the signals
 */
record CustomerExpressions(Expressions expressions, Scale scale, long start) {
  /** A condition on what is known of the customer. */
  Arbitrary<Expr> ofCustomer() {
    List<Arbitrary<Expr>> kinds = new ArrayList<>();
    kinds.add(Expressions.join(Operator.AT_LEAST, customer("tier"), Expressions.level()));
    kinds.add(
        Expressions.join(
            Operator.ABOVE, Arbitraries.of(KnownFacts.Mood.values()), Expressions.oddLevel()));
    Arbitrary<Expr> feeling =
        Arbitraries.of("joy", "anger", "\uD83D\uDE00").map(Expr.Constant::new);
    kinds.add(Expressions.join(Operator.SAME, Arbitraries.just(new KnownFacts.Word()), feeling));
    kinds.add(Expressions.join(Operator.AT_LEAST, visit(), Expressions.level()));
    kinds.add(Expressions.join(Operator.SAME, Arbitraries.just(KnownFacts.Session.ID), session()));
    kinds.add(StructureExpressions.on(customer("l")));
    kinds.add(local());
    kinds.add(
        Arbitraries.integers()
            .between(0, 60)
            .map(i -> new KnownFacts.NotBefore(start + i * scale.unit())));
    RandomSignals signals = new RandomSignals(expressions);
    kinds.add(Expressions.join(Operator.AT_LEAST, signals.whole(), Expressions.level()));
    kinds.add(Expressions.join(Operator.ABOVE, signals.fading(), Expressions.oddLevel()));
    kinds.add(Expressions.join(Operator.SAME, signals.texts(), Expressions.letter()));
    kinds.add(signals.longer());
    kinds.add(Arbitraries.of(Listed.ALONE, Listed.AMONG, Listed.ABSENT));
    return Expressions.any(kinds);
  }

  /** What the profile says. */
  static Arbitrary<Expr> customer(String name) {
    return Arbitraries.just(new KnownFacts.Customer(name));
  }

  /** How much there was in the session under way. */
  static Arbitrary<Expr> visit() {
    return Arbitraries.of(KnownFacts.Session.TOUCHPOINTS, KnownFacts.Session.SECONDS);
  }

  private static Arbitrary<Expr> session() {
    return Arbitraries.of("", "s1", "s2").map(Expr.Constant::new);
  }

  private static Arbitrary<Expr> local() {
    return Arbitraries.of(
        new Operation(Operator.AT_LEAST, KnownFacts.Local.HOUR, new Expr.Constant(12.0)),
        new Operation(Operator.AT_LEAST, KnownFacts.Local.TIME, new Expr.Constant("02:30")),
        new Operation(Operator.SAME, KnownFacts.Local.WEEKDAY, new Expr.Constant("sun")),
        new Operation(Operator.AT_LEAST, KnownFacts.Local.DATE, new Expr.Constant("2026-03-29")),
        KnownFacts.Local.BUSINESS_DAY);
  }
}
