package io.kizashi.flink;

import io.kizashi.flink.control.ControlsSoFar;
import io.kizashi.flink.customers.Deadlines;
import io.kizashi.flink.customers.Sweep;
import io.kizashi.flink.recall.SaidLog;
import io.kizashi.schema.Control;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.state.CustomerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** One of several tasks of the persons stage, on RocksDB. A slice of its sweep is one customer. */
final class PersonsTask implements AutoCloseable {
  static final int MAX_PARALLELISM = 720;

  /** Where timers are kept. */
  enum Timers {
    /**
     * As in production. Flink 2.2.1 lists them from the store, from the place of the timer that was
     * removed last: one that was registered before that place rings in its time, but is not listed
     * until the task is restored.
     */
    STORE,
    /** Listed as they are. */
    HEAP
  }

  private static final int MIN_PRIORITY = -1;
  private static final Sweep.Pace ONE_CUSTOMER = new Sweep.Pace(0, 1);

  private final PersonsOperator operator;
  private final KeyedTwoInputStreamOperatorTestHarness<String, Arrival, Control, OutputRecord>
      harness;

  /** Goes on with a part of a state, or starts without any. */
  PersonsTask(
      RulebookDocument submitted,
      Timers timers,
      int index,
      int tasks,
      @Nullable OperatorSubtaskState state)
      throws Exception {
    operator =
        new PersonsOperator(
            submitted, ControlsSoFar.NONE, SaidLog.NONE, DecisionCore.SOUND, ONE_CUSTOMER);
    harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            operator, Arrival::key, null, Types.STRING, MAX_PARALLELISM, tasks, index);
    Configuration configuration = new Configuration();
    configuration.set(RocksDBOptions.USE_MANAGED_MEMORY, false);
    configuration.set(
        RocksDBOptions.TIMER_SERVICE_FACTORY,
        switch (timers) {
          case STORE -> PriorityQueueStateType.ROCKSDB;
          case HEAP -> PriorityQueueStateType.HEAP;
        });
    harness.setStateBackend(
        new EmbeddedRocksDBStateBackend(true)
            .configure(configuration, PersonsTask.class.getClassLoader()));
    harness.setup(
        Streams.OUTPUT.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
  }

  void arrives(Arrival arrival) throws Exception {
    harness.processElement1(new StreamRecord<>(arrival));
  }

  void proven(long time) throws Exception {
    harness.processWatermark1(new Watermark(time));
  }

  /** What follows from it has come into force, but for the sweep. */
  void told(Control control) throws Exception {
    harness.processElement2(new StreamRecord<>(control));
    while (operator.adoption.isCompiling()) {
      harness.getTaskMailbox().take(MIN_PRIORITY).run();
    }
  }

  /** Whether there is a customer whom a sweep is still to look at. */
  boolean isSweeping() {
    return harness.numProcessingTimeTimers() > 0
        || harness.getProcessingTimeService().getNumActiveTimers() > 0;
  }

  void slice() throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + ONE_CUSTOMER.pauseMillis());
  }

  OperatorSubtaskState snapshot(long checkpoint) throws Exception {
    harness.prepareSnapshotPreBarrier(checkpoint);
    return harness.snapshot(checkpoint, checkpoint);
  }

  /** Moves what was emitted since the last time. */
  void drain(Emitted emitted) {
    drain(harness.getOutput(), "chosen", emitted);
    drainSide(Streams.MOMENTS, "moments", emitted);
    drainSide(Streams.SHADOW, "shadow", emitted);
  }

  private void drainSide(OutputTag<OutputRecord> tag, String output, Emitted emitted) {
    @Nullable Queue<StreamRecord<OutputRecord>> side = harness.getSideOutput(tag);
    if (side != null) {
      drain(side, output, emitted);
    }
  }

  private static void drain(Queue<?> queue, String output, Emitted emitted) {
    for (Object element = queue.poll(); element != null; element = queue.poll()) {
      if (element instanceof StreamRecord<?> record
          && record.getValue() instanceof OutputRecord written) {
        emitted.add(output, written);
      }
    }
  }

  long counted(Count count) {
    var accumulators = harness.getEnvironment().getAccumulatorRegistry().getUserMap();
    return (Long) Objects.requireNonNull(accumulators.get(count.wire())).getLocalValue();
  }

  /** All that it holds, as the store and the timer service say. */
  List<Customer> customers() throws Exception {
    KeyedStateBackend<String> backend = operator.getKeyedStateBackend();
    Map<String, List<Long>> timers = timers(backend);
    ValueState<CustomerState> states =
        backend.getPartitionedState(
            VoidNamespace.INSTANCE,
            VoidNamespaceSerializer.INSTANCE,
            new ValueStateDescriptor<>("customer", Streams.STATE));
    List<Customer> customers = new ArrayList<>();
    try (Stream<String> keys = backend.getKeys("customer", VoidNamespace.INSTANCE)) {
      for (String key : keys.toList()) {
        backend.setCurrentKey(key);
        List<Long> own = Objects.requireNonNullElse(timers.remove(key), List.of());
        customers.add(new Customer(key, states.value(), own));
      }
    }
    timers.forEach((key, left) -> customers.add(new Customer(key, CustomerState.EMPTY, left)));
    return customers;
  }

  private Map<String, List<Long>> timers(KeyedStateBackend<String> backend) throws Exception {
    InternalTimerService<VoidNamespace> service =
        operator.getInternalTimerService(
            Deadlines.NAME, VoidNamespaceSerializer.INSTANCE, operator);
    Map<String, List<Long>> timers = new TreeMap<>();
    service.forEachEventTimeTimer(
        (namespace, time) ->
            timers.computeIfAbsent(backend.getCurrentKey(), key -> new ArrayList<>()).add(time));
    return timers;
  }

  @Override
  public void close() {
    try {
      harness.close();
    } catch (Exception e) { // what the harness declares
      throw new AssertionError("the task does not close", e);
    }
  }
}
