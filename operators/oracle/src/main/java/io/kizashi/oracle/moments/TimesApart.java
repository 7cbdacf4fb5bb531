package io.kizashi.oracle.moments;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Whether a touchpoint was less than so long before a time.
 *
 * @param later the time; empty means now
 */
record TimesApart(Optional<Touched.Time> later, Touched.Time earlier, long millis) implements Expr {
  /** Random ones. */
  static Arbitrary<Expr> of(Arbitrary<Integer> whom, Arbitrary<Long> span) {
    return Combinators.combine(whom.map(Touched.Time::new).optional(0.5), whom, span)
        .as((later, of, millis) -> new TimesApart(later, new Touched.Time(of), millis));
  }

  @Override
  public String cel(RandomScope scope) {
    String end = later.map(time -> time.cel(scope)).orElse("now");
    String span =
        millis % 3_600_000 == 0
            ? "hours(" + millis / 3_600_000 + ")"
            : "duration(\"" + millis / 1_000 + "s\")";
    return end + " - " + earlier.cel(scope) + " < " + span;
  }

  @Override
  public Optional<Object> value(NaiveWorld world) {
    Optional<Object> end =
        later.isEmpty() ? Optional.of(Instant.ofEpochMilli(world.now())) : later.get().value(world);
    return end.flatMap(
        to ->
            earlier
                .value(world)
                .map(
                    from ->
                        Duration.between((Instant) from, (Instant) to)
                                .compareTo(Duration.ofMillis(millis))
                            < 0));
  }

  @Override
  public Stream<Expr> parts() {
    return Stream.of(Stream.of(this), later.stream(), Stream.of(earlier)).flatMap(all -> all);
  }
}
