package io.kizashi.oracle.moments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An expression of a random rulebook: how it is written, and what it means. */
sealed interface Expr
    permits Expr.Constant,
        Touched,
        KnownFacts,
        TimesApart,
        Operation,
        Structured,
        Structured.Named {
  /** As the rulebook writes it, in CEL. */
  String cel(RandomScope scope);

  /** Its value where it is asked; empty if something that it needs is missing. */
  Optional<Object> value(NaiveWorld world);

  /** What it consists of, itself included. */
  default Stream<Expr> parts() {
    return Stream.of(this);
  }

  /** As a condition: what is missing makes it false. */
  default boolean holds(NaiveWorld world) {
    return value(world).filter(Boolean.TRUE::equals).isPresent();
  }

  /** As a condition that follows in the rulebook, unless it says nothing. */
  default String where(RandomScope scope) {
    return equals(Constant.TRUE) ? "" : ", where: '" + cel(scope) + "'";
  }

  /** Its value if it is a number. */
  default Optional<Double> number(NaiveWorld world) {
    return value(world).filter(Double.class::isInstance).map(Double.class::cast);
  }

  /** Its value if it is a single one; a list or an object is of another kind. */
  default Optional<Object> single(NaiveWorld world) {
    return value(world).filter(found -> !(found instanceof List || found instanceof Map));
  }

  /** A text, a double or a boolean, as it stands there. */
  record Constant(Object scalar) implements Expr {
    /** What a condition is when none is written. */
    static final Expr TRUE = new Constant(true);

    @Override
    public String cel(RandomScope scope) {
      if (scalar instanceof Double number && number % 2 == 0) {
        return Long.toString(number.longValue()); // whole numbers are the same as doubles
      }
      return scalar instanceof String text ? '"' + text + '"' : scalar.toString();
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      return Optional.of(scalar);
    }
  }
}
