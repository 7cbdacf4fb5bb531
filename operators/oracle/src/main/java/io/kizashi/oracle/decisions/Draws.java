package io.kizashi.oracle.decisions;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Draws from a source of chance, one after another. */
record Draws(Random random) {
  /** One of some values, each as likely. */
  <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** One of some numbers, each as likely. */
  long any(long... values) {
    return values[random.nextInt(values.length)];
  }

  /** At least one, in order. */
  <T> List<T> some(List<T> values) {
    T one = any(values);
    return values.stream().filter(it -> it.equals(one) || random.nextBoolean()).toList();
  }

  /** There, so often in ten. */
  <T> Optional<T> maybe(int often, Supplier<T> value) {
    return random.nextInt(10) < often ? Optional.of(value.get()) : Optional.empty();
  }
}
