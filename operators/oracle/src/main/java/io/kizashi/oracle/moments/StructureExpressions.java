package io.kizashi.oracle.moments;

import io.kizashi.oracle.moments.Operation.Operator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random expressions on lists and objects. */
final class StructureExpressions {
  private StructureExpressions() {}

  /** A condition on what should be a list or an object. */
  static Arbitrary<Expr> on(Arbitrary<Expr> list) {
    Arbitrary<Expr> single = Expressions.any(List.of(Expressions.letter(), Expressions.level()));
    Arbitrary<Expr> one =
        Expressions.any(
            List.of(
                Combinators.combine(list, Arbitraries.of(0, 1)).as(Structured.Item::new),
                list.map(it -> new Structured.Field(it, "n"))));
    Arbitrary<Operator> such = Arbitraries.of(Operator.SAME, Operator.AT_LEAST);
    return Expressions.any(
        List.of(
            Expressions.join(
                Operator.AT_LEAST, list.map(Structured.Size::new), Expressions.level()),
            Combinators.combine(single, list).as(Structured.In::new),
            Combinators.combine(list, Arbitraries.of(true, false), such, single)
                .as(Structured.Some::new),
            Expressions.join(Operator.SAME, one, single)));
  }
}
