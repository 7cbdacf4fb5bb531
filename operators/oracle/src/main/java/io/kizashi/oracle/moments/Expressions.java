package io.kizashi.oracle.moments;

import io.kizashi.oracle.moments.Operation.Operator;
import io.kizashi.oracle.moments.Touched.Text.Field;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random expressions. */
final class Expressions {
  private final Scale scale;
  private final CustomerExpressions customer;

  Expressions(Scale scale, long start) {
    this.scale = scale;
    this.customer = new CustomerExpressions(this, scale, start);
  }

  /** So many units; sometimes a little more, so that it meets nothing. */
  Arbitrary<Long> span(int most) {
    return Combinators.combine(Arbitraries.integers().between(1, most), odd())
        .as((units, more) -> units * scale.unit() + more);
  }

  private static Arbitrary<Integer> odd() {
    return Arbitraries.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 1_000);
  }

  private static Arbitrary<Integer> whom() {
    return Arbitraries.integers().between(0, 3);
  }

  static Arbitrary<Expr> level() {
    return Arbitraries.of(1.0, 0.0, 2.0, 3.0).map(Expr.Constant::new);
  }

  /** A level that sums of powers of two don't meet, where rounding would decide. */
  static Arbitrary<Expr> oddLevel() {
    return Arbitraries.of(0.1234567, 0.7654321, 1.3456789, -0.2345678).map(Expr.Constant::new);
  }

  static Arbitrary<Expr> letter() {
    return Arbitraries.of("x", "y").map(Expr.Constant::new);
  }

  private static Arbitrary<Expr> property(Arbitrary<Integer> of, String name) {
    return of.map(i -> new Touched.Property(i, name));
  }

  static Arbitrary<Expr> join(Operator operator, Arbitrary<Expr> a, Arbitrary<Expr> b) {
    return Combinators.combine(a, b).as((x, y) -> new Operation(operator, x, y));
  }

  static Arbitrary<Expr> any(List<Arbitrary<Expr>> kinds) {
    RandomChoice<Expr> choice = new RandomChoice<>();
    kinds.forEach(kind -> choice.or(1, kind));
    return choice.arbitrary();
  }

  /** A condition on one touchpoint alone. */
  Arbitrary<Expr> ofEvent() {
    return any(List.of(simple(Arbitraries.just(0)), ofType()));
  }

  /** What asks for a type. The compiler refuses it where the step names one already. */
  Arbitrary<Expr> ofType() {
    Arbitrary<Expr> type = Arbitraries.just(new Touched.Text(0, Field.TYPE));
    return join(
        Operator.SAME,
        type,
        Arbitraries.of("alpha", "beta", "profile_updated").map(Expr.Constant::new));
  }

  private Arbitrary<Expr> simple(Arbitrary<Integer> of) {
    Arbitrary<Expr> v = property(of, "v");
    return any(
        List.of(
            join(Operator.AT_LEAST, v, level()),
            join(Operator.ABOVE, v, level()),
            join(Operator.SAME, property(of, "w"), letter()),
            of.map(i -> new Touched.Has(i, "v")),
            StructureExpressions.on(property(of, "l")),
            said(of),
            Combinators.combine(of, Arbitraries.of("sense", "feel")).as(Touched.Tagged::new),
            join(Operator.AT_LEAST, of.map(Touched.Valence::new), level())));
  }

  /** What asks for a word that stories say in a field. */
  private static Arbitrary<Expr> said(Arbitrary<Integer> of) {
    List<Arbitrary<Expr>> kinds = new ArrayList<>();
    for (Field field : Field.values()) {
      List<String> words = words(field);
      if (!words.isEmpty()) {
        Arbitrary<Expr> text = of.map(i -> new Touched.Text(i, field));
        kinds.add(join(Operator.SAME, text, Arbitraries.of(words).map(Expr.Constant::new)));
      }
    }
    return any(kinds);
  }

  private static List<String> words(Field field) {
    return switch (field) {
      case ACTOR -> List.of("customer", "agent", "system");
      case CHANNEL -> List.of("web", "app");
      case SESSION -> List.of("", "s1");
      case CONTACT -> List.of("", "k1");
      case CASE -> List.of("", "c1");
      case ACCOUNT -> List.of("", "a1");
      case PLACE -> List.of("", "p1");
      case REGION -> List.of("", "JP-13");
      case TEXT -> List.of("", "x");
      // Asked for apart: only where no step names a type, and not by the journey itself.
      case TYPE, STAGE -> List.of();
    };
  }

  /** A condition on one touchpoint and those captured before. */
  private Arbitrary<Expr> ofCaptures() {
    List<Arbitrary<Expr>> kinds = new ArrayList<>();
    Arbitrary<Integer> event = Arbitraries.just(0);
    for (String name : List.of("v", "w", "l")) {
      kinds.add(join(Operator.SAME, property(event, name), property(whom(), name)));
    }
    Arbitrary<Field> shared = Arbitraries.of(Field.CASE, Field.ACCOUNT, Field.CONTACT);
    kinds.add(
        Combinators.combine(shared, whom())
            .as(
                (field, i) ->
                    new Operation(
                        Operator.SAME, new Touched.Text(0, field), new Touched.Text(i, field))));
    Arbitrary<Expr> sum = join(Operator.PLUS, property(whom(), "v"), level());
    kinds.add(join(Operator.AT_LEAST, sum, property(whom(), "v")));
    kinds.add(simple(whom()));
    kinds.add(TimesApart.of(whom(), span(20)));
    Arbitrary<Expr> stage = whom().map(i -> new Touched.Text(i, Field.STAGE));
    kinds.add(join(Operator.SAME, stage, Arbitraries.of("use", "buy").map(Expr.Constant::new)));
    return any(kinds);
  }

  /** One condition, or two joined. */
  private static Arbitrary<Expr> joined(Arbitrary<Expr> one) {
    return new RandomChoice<Expr>()
        .or(4, one)
        .or(1, join(Operator.AND, one, one))
        .or(1, join(Operator.OR, one, one))
        .or(1, join(Operator.BUT_NOT, one, one))
        .arbitrary();
  }

  /** What a step, {@code unless} or {@code when} asks; mostly nothing. */
  Arbitrary<Expr> where() {
    List<Arbitrary<Expr>> kinds =
        new ArrayList<>(List.of(simple(Arbitraries.just(0)), ofCaptures()));
    kinds.add(customer.ofCustomer());
    kinds.add(joined(customer.ofCustomer()).map(KnownFacts.Segment::new));
    return new RandomChoice<Expr>()
        .orSimply(6, Expr.Constant.TRUE)
        .or(4, joined(any(kinds)))
        .arbitrary();
  }

  /** A number for {@code severity}. */
  Arbitrary<Expr> number() {
    List<Arbitrary<Expr>> kinds = new ArrayList<>();
    kinds.add(property(whom(), "v"));
    kinds.add(CustomerExpressions.customer("tier"));
    kinds.add(Arbitraries.of(KnownFacts.Mood.values()));
    kinds.add(CustomerExpressions.visit());
    kinds.add(new RandomSignals(this).whole());
    kinds.add(new RandomSignals(this).fading());
    Arbitrary<Expr> one = any(kinds);
    Arbitrary<Expr> part = Arbitraries.of(0.25, 0.1234, 0.5, -0.1).map(Expr.Constant::new);
    return any(
        List.of(
            one,
            join(Operator.PLUS, one, part),
            join(Operator.MIN, one, part),
            join(Operator.MAX, one, part)));
  }

  /** A time for {@code until}. */
  Arbitrary<Expr> due() {
    return new RandomChoice<Expr>()
        .or(4, property(whom(), "due"))
        .or(1, CustomerExpressions.customer("due"))
        .or(1, span(20).map(KnownFacts.Later::new))
        .arbitrary();
  }
}
