package io.kizashi.flink;

import io.kizashi.schema.Origin;
import io.kizashi.schema.Touchpoint;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What comes to a customer. It is under way between tasks and never in state, so that a new kind
 * asks nothing of savepoints; every kind must answer all of the questions below.
 */
public sealed interface Arrival {
  /** Whose state it belongs to: what the stream is keyed by. */
  String key();

  /** The touchpoint that it brings; empty for a kind that brings none. */
  Optional<Touchpoint> brings();

  /** The same with another touchpoint in its place; a kind that brings none stays as it is. */
  Arrival with(UnaryOperator<Touchpoint> change);

  /** Hands itself over by its kind. */
  void handTo(Receiver receiver) throws Exception;

  /** Whoever takes arrivals in: one method a kind, so that none can be left out. */
  interface Receiver {
    /** A customer touched the company. */
    void touched(Touched touched) throws Exception;

    /** All has come that lay in a partition when the job started. */
    void reached(Reached reached) throws Exception;
  }

  /**
   * A decoded touchpoint.
   *
   * @param origin where it was read
   * @param touchpoint the touchpoint
   */
  record Touched(Origin origin, Touchpoint touchpoint) implements Arrival {
    @Override
    public String key() {
      return touchpoint.cameUnder().text();
    }

    @Override
    public Optional<Touchpoint> brings() {
      return Optional.of(touchpoint);
    }

    @Override
    public Touched with(UnaryOperator<Touchpoint> change) {
      return new Touched(origin, change.apply(touchpoint));
    }

    @Override
    public void handTo(Receiver receiver) throws Exception {
      receiver.touched(this);
    }
  }

  /**
   * All has been read that lay in a partition when the job started again. It follows the
   * touchpoints on their way, to every task that may have got one: no other way is as slow.
   *
   * @param key leads to one of the tasks and belongs to no customer
   * @param partition which
   * @param partitions how many there are
   */
  record Reached(String key, int partition, int partitions) implements Arrival {
    @Override
    public Optional<Touchpoint> brings() {
      return Optional.empty();
    }

    @Override
    public Reached with(UnaryOperator<Touchpoint> change) {
      return this;
    }

    @Override
    public void handTo(Receiver receiver) throws Exception {
      receiver.reached(this);
    }
  }
}
