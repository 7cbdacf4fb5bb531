package io.kizashi.oracle.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * One of several kinds. Unlike jqwik's own choice it is built once, and not looked up for every
 * value; and it can end in something simpler than any kind.
 */
final class RandomChoice<T> {
  /** As many values as a generator is tuned for; nothing here depends on it. */
  static final int SIZE = 1_000;

  private static final int PARTS = 10;

  private final List<RandomGenerator<T>> kinds = new ArrayList<>();
  private Optional<T> simplest = Optional.empty();

  /** One more kind, so often as its weight says; not at all for 0. */
  RandomChoice<T> or(int weight, Arbitrary<? extends T> kind) {
    RandomGenerator<T> generator = kind.<T>map(value -> value).generator(SIZE);
    for (int i = 0; i < weight; i++) {
      kinds.add(generator);
    }
    return this;
  }

  /** What every value may shrink to. */
  RandomChoice<T> orSimply(int weight, T value) {
    simplest = Optional.of(value);
    return or(weight, Arbitraries.just(value));
  }

  Arbitrary<T> arbitrary() {
    return Arbitraries.fromGenerator(
        random -> {
          Shrinkable<T> value = kinds.get(random.nextInt(kinds.size())).next(random);
          return simplest.<Shrinkable<T>>map(to -> new Simplified<>(value, to)).orElse(value);
        });
  }

  /** There, so often in ten, or not; it shrinks to not. */
  static <T> Arbitrary<Optional<T>> maybe(int often, Arbitrary<T> kind) {
    return Combinators.combine(Arbitraries.integers().between(0, PARTS - 1), kind)
        .as((part, value) -> part < PARTS - often ? Optional.empty() : Optional.of(value));
  }

  /** A value that shrinks to the simplest one first. */
  private record Simplified<T>(Shrinkable<T> from, T simplest) implements Shrinkable<T> {
    @Override
    public T value() {
      return from.value();
    }

    @Override
    public Stream<Shrinkable<T>> shrink() {
      Stream<Shrinkable<T>> smaller = from.shrink().map(to -> new Simplified<>(to, simplest));
      return value().equals(simplest)
          ? Stream.empty()
          : Stream.concat(Stream.of(Shrinkable.unshrinkable(simplest)), smaller);
    }

    @Override
    public ShrinkingDistance distance() {
      return from.distance();
    }
  }
}
