package io.kizashi.flink.customers;

import java.io.Serializable;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * Looks at all customers of a task, one after the other, while others act: a slice at a time, and
 * longer pauses than slices. It sees those that the store held when it began. Whoever comes later
 * is decided for by the rules that are in force by then, and need not be seen.
 */
public final class Sweep implements AutoCloseable {
  private final KeyedStateBackend<String> backend;
  private final ProcessingTimeService time;
  private final Pace pace;
  private final Visitor visitor;
  private Stream<String> keys = Stream.empty();
  private Iterator<String> left = keys.iterator();
  private Optional<ScheduledFuture<?>> next = Optional.empty();

  /**
   * How a sweep shares the task's thread with those who act.
   *
   * @param sliceMillis so long it goes on at a stretch, after the first customer
   * @param pauseMillis so long it then leaves the thread to others
   */
  public record Pace(long sliceMillis, long pauseMillis) implements Serializable {
    /**
     * A touchpoint may be 5 ms later for it, a twentieth of what people notice; and a tenth of a
     * core at most goes to idle customers, who have time.
     */
    public static final Pace CALM = new Pace(5, 45);
  }

  /** Called for each customer on the task's thread, the customer's state being at hand. */
  public interface Visitor {
    /** Looks at a customer. */
    void visit(String customer) throws Exception;
  }

  /** Begins nothing yet. */
  public Sweep(
      KeyedStateBackend<String> backend, ProcessingTimeService time, Pace pace, Visitor visitor) {
    this.backend = backend;
    this.time = time;
    this.pace = pace;
    this.visitor = visitor;
  }

  /** Begins, or begins anew where one is under way. */
  public void begin() {
    keys.close();
    keys = backend.getKeys(CustomerStates.NAME, VoidNamespace.INSTANCE);
    left = keys.iterator();
    if (next.isEmpty()) {
      later();
    }
  }

  private void later() {
    next =
        Optional.of(
            time.registerTimer(
                time.getCurrentProcessingTime() + pace.pauseMillis(), at -> slice()));
  }

  private void slice() throws Exception {
    long end = time.getCurrentProcessingTime() + pace.sliceMillis();
    boolean more = left.hasNext();
    while (more) {
      String customer = left.next();
      backend.setCurrentKey(customer);
      visitor.visit(customer);
      more = left.hasNext() && time.getCurrentProcessingTime() < end;
    }
    if (left.hasNext()) {
      later();
    } else {
      close();
    }
  }

  /** Gives back what it holds, and goes no further. */
  @Override
  public void close() {
    next.ifPresent(slice -> slice.cancel(false));
    next = Optional.empty();
    keys.close();
  }
}
