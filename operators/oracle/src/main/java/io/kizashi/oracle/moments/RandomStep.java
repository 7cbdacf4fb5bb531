package io.kizashi.oracle.moments;

import io.kizashi.oracle.story.Yaml;
import java.util.Optional;

/** A step of a random pattern. All times are milliseconds. */
sealed interface RandomStep {
  /** The step as the rulebook writes it. */
  String yaml(RandomScope scope, String as);

  /** Whether later expressions may speak of its touchpoint. */
  default boolean named() {
    return false;
  }

  /** Every expression in it, for their signals and segments. */
  default Optional<Expr> expression() {
    return Optional.empty();
  }

  /**
   * A touchpoint must come, or several.
   *
   * @param within since the step before; for several, from first to last
   */
  record Event(String type, Expr where, boolean named, Optional<Long> within, int times)
      implements RandomStep {
    @Override
    public String yaml(RandomScope scope, String as) {
      String what = Followed.isMoment(type) ? "moment: " + type.substring(7) : "event: " + type;
      return "{ "
          + what
          + where.where(scope)
          + (named ? ", as: " + as : "")
          + within.map(span -> ", within: " + Yaml.span(span)).orElse("")
          + (times > 1 ? ", times: " + times : "")
          + " }";
    }

    /** Whether its own condition may speak of the first repetition. */
    boolean speaksOfItself() {
      return named && times > 1;
    }

    @Override
    public Optional<Expr> expression() {
      return Optional.of(where);
    }
  }

  /** No touchpoint may come. */
  record Absence(String type, Expr where, Span span) implements RandomStep {
    @Override
    public String yaml(RandomScope scope, String as) {
      String until = span.yaml(scope.with(false, scope.captures()));
      return "{ absence: " + type + where.where(scope) + ", " + until + " }";
    }

    @Override
    public Optional<Expr> expression() {
      return Optional.of(
          span instanceof Span.Until until
              ? new Operation(Operation.Operator.AND, where, until.value())
              : where);
    }
  }

  /** A date in the profile comes near, once or every year. */
  record Date(String name, long before, boolean yearly) implements RandomStep {
    @Override
    public String yaml(RandomScope scope, String as) {
      return "{ date: 'customer."
          + name
          + "', before: "
          + Yaml.span(before)
          + (yearly ? ", every: year }" : " }");
    }
  }

  /** The customer's feeling is beyond a bound. */
  record Turn(boolean below, double bound, boolean named, Optional<Long> within)
      implements RandomStep {
    @Override
    public String yaml(RandomScope scope, String as) {
      return "{ emotion: { "
          + (below ? "below: " : "above: ")
          + bound
          + " }"
          + (named ? ", as: " + as : "")
          + within.map(span -> ", within: " + Yaml.span(span)).orElse("")
          + " }";
    }

    boolean isBeyond(NaiveFeeling feeling) {
      return below ? feeling.valence() < bound : feeling.valence() > bound;
    }
  }

  /** How long nothing may come. */
  sealed interface Span {
    String yaml(RandomScope scope);

    /** So long. */
    record For(long millis) implements Span {
      @Override
      public String yaml(RandomScope scope) {
        return "for: " + Yaml.span(millis);
      }
    }

    /** So many business days. */
    record Business(int days) implements Span {
      @Override
      public String yaml(RandomScope scope) {
        return "for: " + days + "bd";
      }
    }

    /** Until a time that the data names. */
    record Until(Expr value, long grace) implements Span {
      @Override
      public String yaml(RandomScope scope) {
        String later = grace == 0 ? "" : ", grace: " + Yaml.span(grace);
        return "until: '" + value.cel(scope) + "'" + later;
      }
    }
  }
}
