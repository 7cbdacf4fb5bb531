package io.kizashi.core.signal;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Interest;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.expression.Value;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.schema.state.Projection.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Makes signals. */
public final class Signals {
  /** What of a window's rows is asked for. */
  public enum Aggregate {
    COUNT,
    SUM,
    MEAN,
    MIN,
    MAX,
    DISTINCT;

    private Function<List<Row>, Optional<Object>> function() {
      return switch (this) {
        case COUNT -> Window::count;
        case SUM -> Window::sum;
        case MEAN -> Window::mean;
        case MIN -> Window::min;
        case MAX -> Window::max;
        case DISTINCT -> Window::distinct;
      };
    }
  }

  private Signals() {}

  /**
   * What every signal has.
   *
   * @param definition fingerprint of what it means
   * @param written what stands under its keys, as its author wrote it
   */
  public record Head(String name, String definition, Map<String, String> written) {
    /** Copies the texts. */
    public Head {
      written = Map.copyOf(written);
    }
  }

  /**
   * Something over the touchpoints of (now − within, now].
   *
   * @param value what each adds; empty where only their number counts
   * @param within milliseconds
   */
  public static Signal window(
      Head head, Aggregate aggregate, Optional<Value> value, Condition where, long within) {
    return signal(head, ValueKind.NUMBER, value, where, new Window(aggregate.function(), within));
  }

  /** The value of the newest touchpoint. */
  public static Signal latest(Head head, Value value, Condition where) {
    return signal(head, ValueKind.SCALAR, Optional.of(value), where, new Newest(false));
  }

  /** How long ago the newest touchpoint was. */
  public static Signal since(Head head, Condition where) {
    return signal(head, ValueKind.DURATION, Optional.empty(), where, new Newest(true));
  }

  /**
   * The median time between the newest touchpoints.
   *
   * @param last how many touchpoints, at most
   * @param within milliseconds: none older counts; empty where all do
   */
  public static Signal interval(Head head, Condition where, int last, OptionalLong within) {
    Interval fold = new Interval(last, within);
    return signal(head, ValueKind.DURATION, Optional.empty(), where, fold);
  }

  /**
   * The sum of values that halve.
   *
   * @param halfLife milliseconds
   */
  public static Signal decay(Head head, Value value, Condition where, long halfLife) {
    return signal(head, ValueKind.NUMBER, Optional.of(value), where, Decay.sum(halfLife));
  }

  /**
   * The text that came most of late.
   *
   * @param halfLife milliseconds
   */
  public static Signal top(Head head, Value text, Condition where, long halfLife) {
    return signal(head, ValueKind.TEXT, Optional.of(text), where, new Top(HalfLives.all(halfLife)));
  }

  /**
   * How many matters are open.
   *
   * @param by tells matters apart; empty where there is only one
   */
  public static Signal open(Head head, Condition open, Condition close, Optional<Value> by) {
    Interest interest = Interest.in(open.types()).or(Interest.in(close.types()));
    return new Signal(
        head,
        ValueKind.NUMBER,
        interest,
        (view, misses) -> {
          Bindings bindings = Bindings.none().event(view);
          boolean closes = close.test(bindings, misses);
          return closes || open.test(bindings, misses)
              ? key(by, bindings, misses).map(key -> new Signal.Part(key, closes ? 0 : Open.OPENS))
              : Optional.empty();
        },
        new Open());
  }

  private static Optional<Object> key(Optional<Value> by, Bindings bindings, Misses misses) {
    return by.isEmpty() ? Optional.of("") : by.get().of(bindings, misses);
  }

  private static Signal signal(
      Head head, ValueKind kind, Optional<Value> value, Condition where, Fold fold) {
    return new Signal(
        head,
        kind,
        Interest.in(where.types()),
        (view, misses) -> part(value, where, view, misses),
        fold);
  }

  private static Optional<Signal.Part> part(
      Optional<Value> value, Condition where, TouchpointView view, Misses misses) {
    Bindings bindings = Bindings.none().event(view);
    if (!where.test(bindings, misses)) {
      return Optional.empty();
    }
    Optional<Object> given = value.isEmpty() ? Optional.of(true) : value.get().of(bindings, misses);
    return given.map(v -> new Signal.Part(v, 1));
  }
}
