package io.kizashi.core.signal;

import io.kizashi.core.expression.Interest;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.schema.Position;
import io.kizashi.schema.state.Projection.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A named value of a customer: what each touchpoint adds, and what all of them come to. */
public final class Signal {
  private final Signals.Head head;
  private final ValueKind kind;
  private final Interest interest;
  private final Source source;
  private final Fold fold;

  Signal(Signals.Head head, ValueKind kind, Interest interest, Source source, Fold fold) {
    this.head = head;
    this.kind = kind;
    this.interest = interest;
    this.source = source;
    this.fold = fold;
  }

  /** What a touchpoint adds. */
  interface Source {
    /** Empty where the touchpoint does not count. */
    Optional<Part> part(TouchpointView touchpoint, Misses misses);
  }

  /**
   * What one touchpoint adds.
   *
   * @param value a text, a double or a truth
   * @param weight how much it counts
   */
  record Part(Object value, double weight) {}

  /** Its name, unique in its rulebook. */
  public String name() {
    return head.name();
  }

  /** Fingerprint of what it means; rows made by another definition are not read. */
  public String definition() {
    return head.definition();
  }

  /** What stands under its keys, as its author wrote it; empty where no author did. */
  public Map<String, String> written() {
    return head.written();
  }

  /** The kind of its value. */
  public ValueKind kind() {
    return kind;
  }

  /** The touchpoints that it may count. */
  public Interest interest() {
    return interest;
  }

  Fold fold() {
    return fold;
  }

  /** What a touchpoint adds to it, or empty. */
  Optional<Row> row(TouchpointView view, Misses misses) {
    boolean emotional = view.touchpoint().emotion().isPresent();
    return interest.covers(view.touchpoint().type(), emotional)
        ? source
            .part(view, misses)
            .map(part -> new Row(view.touchpoint().position(), part.value(), part.weight()))
        : Optional.empty();
  }

  /** Its value at a place, of rows in order. */
  Optional<Object> value(List<Row> rows, Position place) {
    return fold.value(Rows.until(rows, place), place.time());
  }
}
