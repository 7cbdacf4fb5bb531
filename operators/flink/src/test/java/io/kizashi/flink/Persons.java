package io.kizashi.flink;

import io.kizashi.flink.control.ControlsSoFar;
import io.kizashi.flink.customers.Sweep;
import io.kizashi.flink.recall.SaidLog;
import io.kizashi.schema.Control;
import io.kizashi.schema.Publication;
import io.kizashi.schema.state.CustomerState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * One task of the persons stage under test. When told to be restless it is thrown away after every
 * input and restored from a snapshot, which must change nothing.
 */
final class Persons implements AutoCloseable {
  private static final int MAX_PARALLELISM = 720;
  private static final int MIN_PRIORITY = -1;
  private static final int SLICES = 20;

  private final Publication submitted;
  private final ControlsSoFar soFar;
  private final SaidLog log;
  private final DecisionCore core;
  private final boolean restless;
  private final int tasks;
  private final int task;
  private final List<String> recommendations = new ArrayList<>();
  private final List<String> moments = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();
  private final List<String> statuses = new ArrayList<>();
  private final List<String> shadow = new ArrayList<>();
  private final List<String> kpis = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private KeyedTwoInputStreamOperatorTestHarness<String, Arrival, Control, OutputRecord> harness;
  private long counted;

  Persons(Publication submitted, boolean restless) throws Exception {
    this(submitted, ControlsSoFar.NONE, restless);
  }

  /** Reads what people have said when it starts, and at every restart. */
  Persons(Publication submitted, ControlsSoFar soFar, boolean restless) throws Exception {
    this(submitted, soFar, SaidLog.NONE, DecisionCore.SOUND, restless);
  }

  /** Decides with a core that may have a defect. */
  Persons(Publication submitted, DecisionCore core, boolean restless) throws Exception {
    this(submitted, ControlsSoFar.NONE, SaidLog.NONE, core, restless);
  }

  /** Reads again what it wrote before a restart. */
  Persons(Publication submitted, SaidLog log) throws Exception {
    this(submitted, ControlsSoFar.NONE, log, DecisionCore.SOUND, false);
  }

  /** One of several tasks of the stage. */
  Persons(Publication submitted, int tasks, int task) throws Exception {
    this(submitted, ControlsSoFar.NONE, SaidLog.NONE, DecisionCore.SOUND, false, tasks, task);
  }

  private Persons(
      Publication submitted, ControlsSoFar soFar, SaidLog log, DecisionCore core, boolean restless)
      throws Exception {
    this(submitted, soFar, log, core, restless, 1, 0);
  }

  private Persons(
      Publication submitted,
      ControlsSoFar soFar,
      SaidLog log,
      DecisionCore core,
      boolean restless,
      int tasks,
      int task)
      throws Exception {
    this.tasks = tasks;
    this.task = task;
    this.submitted = submitted;
    this.soFar = soFar;
    this.log = log;
    this.core = core;
    this.restless = restless;
    this.harness = start(submitted, null);
  }

  void touchpoint(Arrival arrived) throws Exception {
    harness.processElement1(new StreamRecord<>(arrived));
    rest();
  }

  /** Somebody says something, and all that follows from it has been done. */
  void control(Control... said) throws Exception {
    for (Control control : said) {
      harness.processElement2(new StreamRecord<>(control));
    }
    // A compilation that is under way ends with a mail; what does not compile anything sends none.
    for (int mails = adoptions(); mails > 0; mails = adoptions()) {
      harness.getTaskMailbox().take(MIN_PRIORITY).run();
    }
    sweep();
    rest();
  }

  /** Somebody says something, and nothing has followed from it yet. */
  void controlUnheeded(Control control) throws Exception {
    harness.processElement2(new StreamRecord<>(control));
  }

  private int adoptions() {
    return ((PersonsOperator) harness.getOperator()).adoption.isCompiling() ? 1 : 0;
  }

  /** All customers are looked at. */
  private void sweep() throws Exception {
    for (int slices = 0; slices < SLICES; slices++) {
      harness.setProcessingTime(harness.getProcessingTime() + 100);
    }
  }

  /** All touchpoints up to {@code time} have arrived. */
  void proven(long time) throws Exception {
    harness.processWatermark1(new Watermark(time));
    rest();
  }

  void controlProven(long time) throws Exception {
    harness.processWatermark2(new Watermark(time));
    rest();
  }

  /** Starts again from what a checkpoint holds, under another submitted rulebook. */
  void restartWith(Publication document) throws Exception {
    OperatorSubtaskState state = harness.snapshot(1, 1);
    gather();
    harness.close();
    harness = start(document, state);
  }

  OperatorSubtaskState checkpoint() throws Exception {
    return harness.snapshot(1, 1);
  }

  /** Dies, and starts again from a checkpoint. What it had emitted is written. */
  void restartFrom(OperatorSubtaskState checkpoint) throws Exception {
    gather();
    harness.close();
    harness = start(submitted, checkpoint);
  }

  List<String> recommendations() {
    gather();
    return recommendations;
  }

  List<String> moments() {
    gather();
    return moments;
  }

  List<String> rejected() {
    gather();
    return rejected;
  }

  List<String> shadow() {
    gather();
    return shadow;
  }

  List<String> kpis() {
    gather();
    return kpis;
  }

  /** What was answered since the last question. */
  List<String> answers() {
    gather();
    List<String> said = List.copyOf(answers);
    answers.clear();
    return said;
  }

  /** What was said of rulebooks since the last question. */
  List<String> statuses() {
    gather();
    List<String> said = List.copyOf(statuses);
    statuses.clear();
    return said;
  }

  /** What the store holds of a customer, changed. */
  void store(String customer, UnaryOperator<CustomerState> change) throws Exception {
    ValueState<CustomerState> states = value(customer, "customer", Streams.STATE);
    states.update(change.apply(Objects.requireNonNull(states.value())));
  }

  /** The bytes that the store holds of a customer. */
  byte[] stored(String customer) throws Exception {
    ValueState<CustomerState> states = value(customer, "customer", Streams.STATE);
    return Objects.requireNonNull(states.value()).encode();
  }

  /** The mark of a frozen customer becomes another. */
  void mark(String customer, byte[] mark) throws Exception {
    value(customer, "frozen", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO).update(mark);
  }

  private <T> ValueState<T> value(String customer, String name, TypeInformation<T> type)
      throws Exception {
    KeyedStateBackend<String> backend =
        ((PersonsOperator) harness.getOperator()).getKeyedStateBackend();
    backend.setCurrentKey(customer);
    return backend.getPartitionedState(
        VoidNamespace.INSTANCE,
        VoidNamespaceSerializer.INSTANCE,
        new ValueStateDescriptor<>(name, type));
  }

  int timers() {
    return harness.numEventTimeTimers();
  }

  int states() {
    return harness.numKeyedStateEntries();
  }

  /** Sum of folded, duplicates and late over all restarts. */
  long counted() {
    return counted + tallied();
  }

  /** What was read again since the last restart. */
  long recalled() {
    return tallied(Count.RECALLED);
  }

  @Override
  public void close() {
    try {
      harness.close();
    } catch (Exception e) { // what the harness declares
      throw new AssertionError("the operator does not close", e);
    }
  }

  private void rest() throws Exception {
    if (restless) {
      restartWith(submitted);
    }
  }

  private void gather() {
    drain(harness.getOutput(), recommendations);
    drainSide(Streams.MOMENTS, moments);
    drainSide(Streams.REJECTED, rejected);
    drainSide(Streams.RULEBOOK_STATUS, statuses);
    drainSide(Streams.SHADOW, shadow);
    drainSide(Streams.KPIS, kpis);
    drainSide(Streams.ANSWERS, answers);
  }

  private void drainSide(OutputTag<OutputRecord> tag, List<String> into) {
    @Nullable Queue<StreamRecord<OutputRecord>> side = harness.getSideOutput(tag);
    if (side != null) {
      drain(side, into);
    }
  }

  private static void drain(Queue<?> queue, List<String> into) {
    for (Object element = queue.poll(); element != null; element = queue.poll()) {
      if (element instanceof StreamRecord<?> record
          && record.getValue() instanceof OutputRecord output) {
        into.add(output.type() + " " + new String(output.value(), StandardCharsets.UTF_8));
      }
    }
  }

  private long tallied() {
    return tallied(Count.FOLDED) + tallied(Count.DUPLICATES) + tallied(Count.LATE);
  }

  private long tallied(Count count) {
    var accumulators = harness.getEnvironment().getAccumulatorRegistry().getUserMap();
    Accumulator<?, ?> kept = Objects.requireNonNull(accumulators.get(count.wire()));
    return (Long) kept.getLocalValue();
  }

  private KeyedTwoInputStreamOperatorTestHarness<String, Arrival, Control, OutputRecord> start(
      Publication document, @Nullable OperatorSubtaskState state) throws Exception {
    var next =
        new KeyedTwoInputStreamOperatorTestHarness<String, Arrival, Control, OutputRecord>(
            new PersonsOperator(document.document(), soFar, log, core, Sweep.Pace.CALM),
            Arrival::key,
            null,
            Types.STRING,
            MAX_PARALLELISM,
            tasks,
            task);
    next.setup(Streams.OUTPUT.createSerializer(next.getExecutionConfig().getSerializerConfig()));
    if (state != null) {
      counted += tallied();
      next.initializeState(state);
    }
    next.open();
    return next;
  }
}
