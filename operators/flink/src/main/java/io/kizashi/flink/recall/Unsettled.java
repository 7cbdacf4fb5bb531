package io.kizashi.flink.recall;

import io.kizashi.core.decide.Recollection;
import io.kizashi.core.rules.Mode;
import io.kizashi.flink.customers.OwnCustomers;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.SaidJson;
import io.kizashi.schema.state.CustomerState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One task's customers of whom something was said after the checkpoint, until that is settled. The
 * checkpoint holds where the outputs ended when it was taken; what lies behind is read as the task
 * opens, and once more when all touchpoints have come again: a task that was given up may have
 * written meanwhile.
 */
public final class Unsettled implements AutoCloseable {
  /** Stands in every savepoint: without it nothing would be read again. */
  private static final String ENDS = "said-ends";

  /** Stands in every savepoint: without it what was read before would never be settled. */
  private static final String CUSTOMERS = "unsettled";

  private static final Logger LOG = LoggerFactory.getLogger(Unsettled.class);

  private final SaidLog.Tail tail;
  private final Kept kept;
  private final KeyedStateBackend<String> backend;
  private final Customers owner;

  /** When each may be settled, proven time in milliseconds. */
  private final Map<String, Long> customers = new TreeMap<>();

  private final Set<Integer> reached = new HashSet<>();
  private Map<String, Long> readTo = Map.of();
  private final OwnCustomers own;
  private boolean isComplete;
  private long records;

  /** Whoever decides for a customer, whose state is at hand. */
  public interface Customers {
    /** What was said of a customer becomes known to the state. */
    void recall(String customer, UnaryOperator<CustomerState> recall) throws Exception;

    /** Proven time, milliseconds, from which on a customer can be settled. */
    long settlesAt(String customer) throws Exception;

    /** Settles a customer, and tells how many records that took; empty if it must wait. */
    OptionalInt settle(String customer) throws Exception;
  }

  /** What of it stands in a checkpoint: it is there before the customers' states are. */
  public static final class Kept {
    private final ListState<Tuple2<String, Long>> ends;
    private final ListState<String> customers;
    private final boolean isRestored;

    /** What all tasks left. */
    public Kept(StateInitializationContext context) throws Exception {
      OperatorStateStore store = context.getOperatorStateStore();
      this.ends =
          store.getUnionListState(
              new ListStateDescriptor<>(ENDS, Types.TUPLE(Types.STRING, Types.LONG)));
      this.customers = store.getUnionListState(new ListStateDescriptor<>(CUSTOMERS, Types.STRING));
      this.isRestored = context.isRestored();
    }
  }

  /**
   * Begins to follow the outputs.
   *
   * @param owner decides for this task's customers
   * @param task which of the stage's it is
   */
  public Unsettled(
      Kept kept, SaidLog log, KeyedStateBackend<String> backend, Customers owner, TaskInfo task)
      throws IOException {
    this.kept = kept;
    this.backend = backend;
    this.owner = owner;
    this.own = new OwnCustomers(task);
    this.isComplete = !kept.isRestored;
    this.tail = log.open();
  }

  /** Reads what was said after the checkpoint, before anything is decided. */
  public void recall() throws Exception {
    if (!kept.isRestored) {
      return;
    }
    for (String customer : kept.customers.get()) {
      await(customer);
    }
    Map<String, Long> from = new HashMap<>();
    for (Tuple2<String, Long> end : kept.ends.get()) {
      from.merge(end.f0, end.f1, Math::min); // what any task had not seen yet
    }
    if (!from.isEmpty()) { // else an older release wrote the checkpoint, and did not say where
      readTo = tail.read(from, this::take);
      LOG.info(
          "{} records were said after the checkpoint, of {} customers here",
          records,
          customers.size());
    }
  }

  private void take(SaidRecord record) throws Exception {
    records++;
    switch (record.output()) {
      case MOMENTS -> takeMoment(SaidJson.moment(record.value()), Mode.IN_EARNEST);
      case RECOMMENDATIONS ->
          takeRecommendation(SaidJson.recommendation(record.value()), Mode.IN_EARNEST);
      case SHADOW -> {
        takeMoment(SaidJson.moment(record.value()), Mode.IN_SHADOW);
        takeRecommendation(SaidJson.recommendation(record.value()), Mode.IN_SHADOW);
      }
    }
  }

  private void takeMoment(Optional<Moment> said, Mode mode) throws Exception {
    if (said.isPresent()) {
      take(said.get().customer(), said.get(), (state, it) -> Recollection.of(state, it, mode));
    }
  }

  private void takeRecommendation(Optional<Recommendation> said, Mode mode) throws Exception {
    if (said.isPresent()) {
      take(said.get().customer(), said.get(), (state, it) -> Recollection.of(state, it, mode));
    }
  }

  private <T> void take(
      CustomerKey customer, T said, BiFunction<CustomerState, T, CustomerState> recall)
      throws Exception {
    String key = customer.text();
    if (own.hold(key)) {
      backend.setCurrentKey(key);
      owner.recall(key, state -> recall.apply(state, said));
      await(key);
    }
  }

  private void await(String customer) throws Exception {
    if (own.hold(customer)) {
      backend.setCurrentKey(customer);
      customers.put(customer, owner.settlesAt(customer));
    }
  }

  /**
   * All has come that lay in a partition when the job started again.
   *
   * @param partitions how many there are
   */
  public void reached(int partition, int partitions) throws Exception {
    reached.add(partition);
    if (!isComplete && reached.size() >= partitions) {
      if (!readTo.isEmpty()) {
        readTo = tail.read(readTo, this::take);
      }
      isComplete = true;
    }
  }

  /**
   * Settles those of whom all is judged that was said.
   *
   * @param now proven time, milliseconds
   */
  public void settle(long now) throws Exception {
    if (!isComplete || customers.isEmpty()) {
      return;
    }
    int done = 0;
    int taken = 0;
    List<String> due =
        customers.entrySet().stream()
            .filter(it -> it.getValue() <= now)
            .map(Map.Entry::getKey)
            .toList();
    for (String customer : due) {
      backend.setCurrentKey(customer);
      OptionalInt settled = owner.settle(customer);
      if (settled.isPresent()) {
        taken += settled.getAsInt();
        customers.remove(customer);
        done++;
      }
    }
    if (done > 0) {
      LOG.info(
          "what was said of {} customers before the start is settled, {} left; it took {} records",
          done,
          customers.size(),
          taken);
    }
  }

  /** How many wait. */
  public int count() {
    return customers.size();
  }

  /** Before a checkpoint is taken. */
  public void snapshot() throws Exception {
    List<Tuple2<String, Long>> all = new ArrayList<>();
    tail.ends().forEach((partition, end) -> all.add(Tuple2.of(partition, end)));
    kept.ends.update(all);
    kept.customers.update(List.copyOf(customers.keySet()));
  }

  @Override
  public void close() {
    tail.close();
  }
}
