package io.kizashi.language.expression;

import io.kizashi.core.expression.ValueKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Expressions that were compiled before. Where one rule of many changes, the others need not be
 * compiled again. Holds what the last rulebook used; several threads may share it.
 */
public final class ExpressionMemory {
  private final Map<Key, CelExpression> known = new ConcurrentHashMap<>();
  private final Set<Key> used = ConcurrentHashMap.newKeySet();

  /**
   * What an expression means hangs on.
   *
   * @param names what it may speak of
   * @param gives what it must give, in words
   */
  record Key(Speakable names, Scope scope, String gives, String text) {}

  /**
   * What a rulebook names for its expressions.
   *
   * @param signals by name, and what they give
   * @param segments the names
   * @param lists of customers: the names
   */
  public record Speakable(Map<String, ValueKind> signals, Set<String> segments, Set<String> lists) {
    /** Nothing is named. */
    public static final Speakable NOTHING = new Speakable(Map.of(), Set.of(), Set.of());

    /** Copies the names. */
    public Speakable {
      signals = Map.copyOf(signals);
      segments = Set.copyOf(segments);
      lists = Set.copyOf(lists);
    }
  }

  /** The expression, compiled now if it was not before; what can't be compiled is not kept. */
  Optional<CelExpression> of(Key key, Supplier<Optional<CelExpression>> compiler) {
    Optional<CelExpression> expression = Optional.ofNullable(known.get(key)).or(compiler);
    expression.ifPresent(
        compiled -> {
          known.put(key, compiled);
          used.add(key);
        });
    return expression;
  }

  /** Keeps only what was asked for since the last time. */
  public void forgetUnused() {
    known.keySet().retainAll(used);
    used.clear();
  }
}
