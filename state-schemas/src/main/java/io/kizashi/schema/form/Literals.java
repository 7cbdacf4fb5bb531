package io.kizashi.schema.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Constants by the text or number that stands for each outside the process. A literal is final: it
 * stands in topics, files and savepoints; the name of its constant stands nowhere and may change.
 *
 * @param <L> a text or a number
 * @param <E> the constants
 */
public final class Literals<L, E> {
  private final Map<L, E> constants;

  private Literals(Map<L, E> constants) {
    this.constants = constants;
  }

  /**
   * The table of some constants.
   *
   * @throws IllegalStateException if a literal stands for two of them
   */
  public static <L, E> Literals<L, E> of(List<E> all, Function<E, L> literal) {
    return new Literals<>(all.stream().collect(Collectors.toUnmodifiableMap(literal, it -> it)));
  }

  /** The constant that a literal stands for; empty where it stands for none. */
  public Optional<E> find(L literal) {
    return Optional.ofNullable(constants.get(literal));
  }
}
