package io.kizashi.flink;

import io.kizashi.core.decide.Decider;
import io.kizashi.core.decide.Verdict;
import io.kizashi.core.inforce.InForce;
import io.kizashi.schema.Control;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.RulebookStatus;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.jspecify.annotations.Nullable;

/**
 * Decides, customer by customer. Its first input are touchpoints, keyed by {@link Arrived#key()};
 * its second is what people tell the engine, broadcast. Recommendations are the main output;
 * moments, what runs in shadow, late touchpoints, counts and words on rulebooks leave by the side
 * outputs of {@link Streams}.
 *
 * <p>A late touchpoint is rejected with the bytes of its JSON form as this engine writes it; the
 * bytes that were received lie at its origin's offset.
 */
public final class PersonsOperator extends AbstractStreamOperator<OutputRecord>
    implements TwoInputStreamOperator<Arrived, Control, OutputRecord>,
        Triggerable<String, VoidNamespace>,
        Adoption.Task {
  private static final long serialVersionUID = 1L;
  private static final int SPEAKER = 0;
  private static final String CUSTOMER = "customer";

  // The submitted rulebook, in parts: a document itself is no Java-serializable object.
  private final String file;
  private final long version;
  private final String text;

  private transient ListState<Memory> memories;
  private transient ValueState<CustomerState> states;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient MailboxExecutor mailbox;
  private transient Adoption adoption;
  private transient Sweep sweep;
  private transient Effects effects;

  /**
   * Starts with the rulebook that was submitted with the job; a restore goes on with the one in
   * force then, if that is of a higher version.
   */
  @SuppressWarnings("NullAway.Init") // initializeState() and open() set the transient fields
  public PersonsOperator(RulebookDocument submitted) {
    this.file = submitted.file();
    this.version = submitted.version();
    this.text = submitted.text();
  }

  // ---- life cycle ----

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    memories =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("controls", Streams.MEMORY));
    TaskInfo task = getRuntimeContext().getTaskInfo();
    adoption =
        new Adoption(
            new RulebookDocument(file, version, text),
            memories.get(),
            task.getIndexOfThisSubtask(),
            task.getNumberOfParallelSubtasks());
  }

  @Override
  public void open() throws Exception {
    super.open();
    mailbox =
        getContainingTask()
            .getMailboxExecutorFactory()
            .createExecutor(getOperatorConfig().getChainIndex());
    effects = new Effects(output, getRuntimeContext());
    states = getRuntimeContext().getState(new ValueStateDescriptor<>(CUSTOMER, Streams.STATE));
    timers = getInternalTimerService("deadlines", VoidNamespaceSerializer.INSTANCE, this);
    sweep = new Sweep(getKeyedStateBackend(), CUSTOMER, getProcessingTimeService(), this::visit);
    say(adoption.status());
    if (!adoption.isFirst()) {
      sweep.begin(); // the one before the restart may not have come to its end
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    boolean speaks = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == SPEAKER;
    memories.update(adoption.memories(speaks, now()));
  }

  @Override
  public void close() throws Exception {
    if (sweep != null) {
      sweep.close();
    }
    if (adoption != null) {
      adoption.close();
    }
    super.close();
  }

  // ---- inputs ----

  @Override
  public void processElement1(StreamRecord<Arrived> element) throws Exception {
    Arrived arrived = element.getValue();
    CustomerState before = read();
    InForce rules = adoption.of(arrived.key());
    Verdict verdict = Decider.decide(before, arrived.touchpoint(), rules, now());
    effects.fate(arrived, verdict.fate(), rules.rules().ref());
    act(before, rules, verdict);
  }

  @Override
  public void processElement2(StreamRecord<Control> element) {
    adoption.hear(element.getValue(), this);
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    CustomerState before = read();
    InForce rules = adoption.of(timer.getKey());
    act(before, rules, Decider.wakeUp(before, rules, timer.getTimestamp()));
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("no timer of the wall clock is ever registered");
  }

  // ---- time: touchpoints alone prove it, rulebooks never hold it back ----

  @Override
  public void processWatermark1(Watermark mark) throws Exception {
    processWatermark(mark);
    effects.proven(mark.getTimestamp());
  }

  @Override
  public void processWatermark2(Watermark mark) {
    // Says nothing about touchpoints.
  }

  @Override
  protected void processWatermarkStatus(WatermarkStatus status, int index) throws Exception {
    if (index == 0) {
      processWatermarkStatus(status);
    }
  }

  // ---- the verdict: 1 state, 2 timer, 3 effects ----

  private void act(CustomerState before, InForce rules, Verdict verdict) throws Exception {
    CustomerState after = verdict.state();
    if (after != before) {
      write(after);
    }
    move(before.clock().wakeUp(), after.clock().wakeUp());
    effects.emit(verdict, rules.rules().ref());
  }

  private void move(long from, long to) {
    if (from == to) {
      return;
    }
    if (from != Clock.NEVER) {
      timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, from);
    }
    if (to != Clock.NEVER) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, to);
    }
  }

  // ---- what changing the rules asks of a task ----

  private void visit(String customer) throws Exception {
    InForce rules = adoption.of(customer);
    CustomerState before = read();
    if (!rules.succession().isFollowedBy(before)) {
      act(before, rules, Decider.wakeUp(before, rules, now()));
    }
  }

  @Override
  public long now() {
    return timers.currentWatermark();
  }

  @Override
  public MailboxExecutor mailbox() {
    return mailbox;
  }

  @Override
  public void say(RulebookStatus status) {
    effects.emit(status);
  }

  @Override
  public void adopted() {
    sweep.begin();
  }

  /** Whether a publication is being compiled, as a test wants to know. */
  boolean isAdopting() {
    return adoption.isCompiling();
  }

  // ---- state: a write-back cache of hot customers goes between these two and the store,
  // and is flushed in prepareSnapshotPreBarrier ----

  private CustomerState read() throws Exception {
    @Nullable CustomerState known = states.value();
    return known == null ? CustomerState.EMPTY : known;
  }

  private void write(CustomerState state) throws Exception {
    states.update(state);
  }
}
