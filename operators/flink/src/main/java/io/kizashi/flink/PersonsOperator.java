package io.kizashi.flink;

import io.kizashi.core.Decider;
import io.kizashi.core.Verdict;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import java.util.List;
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
 * its second are rulebooks, broadcast. Recommendations are the main output; moments, late
 * touchpoints and words on rulebooks leave by the side outputs of {@link Streams}.
 *
 * <p>A late touchpoint is rejected with the bytes of its JSON form as this engine writes it; the
 * bytes that were received lie at its origin's offset.
 */
public final class PersonsOperator extends AbstractStreamOperator<OutputRecord>
    implements TwoInputStreamOperator<Arrived, RulebookDocument, OutputRecord>,
        Triggerable<String, VoidNamespace> {
  private static final long serialVersionUID = 1L;
  private static final int SPEAKER = 0;

  // The submitted rulebook, in parts: a document itself is no Java-serializable object.
  private final String file;
  private final long version;
  private final String text;

  private transient ListState<RulebookDocument> adopted;
  private transient ValueState<CustomerState> states;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient RulesInForce rules;
  private transient Effects effects;

  /**
   * Starts with the rulebook that was submitted with the job; a restore goes on with the one in
   * force then, if that is of a higher version.
   */
  @SuppressWarnings("NullAway.Init") // initializeState() and open() set the transient fields
  public PersonsOperator(RulebookDocument first) {
    this.file = first.file();
    this.version = first.version();
    this.text = first.text();
  }

  // ---- life cycle ----

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    adopted =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("rulebook", Streams.RULEBOOK));
    RulebookDocument newest = new RulebookDocument(file, version, text);
    for (RulebookDocument restored : adopted.get()) {
      newest = restored.version() > newest.version() ? restored : newest;
    }
    rules = new RulesInForce(newest, getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
  }

  @Override
  public void open() throws Exception {
    super.open();
    effects = new Effects(output, getRuntimeContext());
    states = getRuntimeContext().getState(new ValueStateDescriptor<>("customer", Streams.STATE));
    timers = getInternalTimerService("deadlines", VoidNamespaceSerializer.INSTANCE, this);
    effects.emit(rules.status());
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    // Barriers are aligned, so every task has heard the same; one of them keeps it for all.
    boolean speaks = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == SPEAKER;
    adopted.update(speaks ? List.of(rules.document()) : List.of());
  }

  // ---- inputs ----

  @Override
  public void processElement1(StreamRecord<Arrived> element) throws Exception {
    Arrived arrived = element.getValue();
    CustomerState before = read();
    Verdict verdict =
        Decider.decide(before, arrived.touchpoint(), rules.rules(), timers.currentWatermark());
    effects.fate(arrived, verdict.fate());
    act(before, verdict);
  }

  @Override
  public void processElement2(StreamRecord<RulebookDocument> element) {
    rules.hear(element.getValue()).ifPresent(effects::emit);
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    CustomerState before = read();
    act(before, Decider.wakeUp(before, rules.rules(), timer.getTimestamp()));
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("no timer of the wall clock is ever registered");
  }

  // ---- time: touchpoints alone prove it, rulebooks never hold it back ----

  @Override
  public void processWatermark1(Watermark mark) throws Exception {
    processWatermark(mark);
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

  private void act(CustomerState before, Verdict verdict) throws Exception {
    CustomerState after = verdict.state();
    if (after != before) {
      write(after);
    }
    move(before.clock().wakeUp(), after.clock().wakeUp());
    effects.emit(verdict);
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
