package io.kizashi.flink;

import io.kizashi.core.decide.Decider;
import io.kizashi.core.decide.Verdict;
import io.kizashi.core.inforce.InForce;
import io.kizashi.flink.control.Adoption;
import io.kizashi.flink.control.ControlsSoFar;
import io.kizashi.flink.customers.CustomerStates;
import io.kizashi.flink.customers.Deadlines;
import io.kizashi.flink.customers.Sweep;
import io.kizashi.flink.recall.SaidLog;
import io.kizashi.flink.recall.Unsettled;
import io.kizashi.schema.Control;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.state.CustomerState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.IOUtils;

/**
 * Decides, customer by customer. Its first input are arrivals, keyed by {@link Arrival#key()}; its
 * second is what people tell the engine, broadcast. Recommendations are the main output; moments,
 * what runs in shadow, late touchpoints, counts and reports on rulebooks leave by the side outputs
 * of {@link Streams}.
 *
 * <p>A late touchpoint is rejected with the bytes of its JSON form as this engine writes it; the
 * bytes that were received lie at its origin's offset.
 */
public final class PersonsOperator extends FirstInputProvesTime<Arrival, Control, OutputRecord>
    implements EventTimeTimers, Arrival.Receiver {
  private static final long serialVersionUID = 1L;

  /** The metric of customers of whom something was said before the start that is not settled. */
  private static final String UNSETTLED = "unsettled";

  private final SubmittedRulebook submitted;
  private final ControlsSoFar soFar;
  private final SaidLog log;
  private final Sweep.Pace pace;
  private transient ControlInput controls;
  transient Adoption adoption; // a test waits until it has compiled
  private transient Adoption.Task task;
  private transient CustomerStates states;
  private transient Deadlines deadlines;
  private transient Sweep sweep;
  private transient Emissions effects;
  private transient Unsettled.Kept kept;
  private transient Unsettled unsettled;

  /**
   * Starts with the rulebook that was submitted with the job; a restore goes on with the one in
   * force then, if that is of a higher version.
   *
   * @param soFar what people have said, which holds before any touchpoint
   * @param log what the engine has said, which is not decided again
   */
  public PersonsOperator(RulebookDocument submitted, ControlsSoFar soFar, SaidLog log) {
    this(submitted, soFar, log, Sweep.Pace.CALM);
  }

  @SuppressWarnings("NullAway.Init") // initializeState() and open() set the transient fields
  PersonsOperator(RulebookDocument submitted, ControlsSoFar soFar, SaidLog log, Sweep.Pace pace) {
    this.submitted = SubmittedRulebook.of(submitted);
    this.soFar = soFar;
    this.log = log;
    this.pace = pace;
  }

  // ---- life cycle ----

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    controls =
        new ControlInput(context, getRuntimeContext().getTaskInfo(), submitted.document(), soFar);
    adoption = controls.adoption();
    kept = new Unsettled.Kept(context);
  }

  @Override
  public void open() throws Exception {
    super.open();
    var mailboxes = getContainingTask().getMailboxExecutorFactory();
    var timers = getInternalTimerService(Deadlines.NAME, VoidNamespaceSerializer.INSTANCE, this);
    var mailbox = mailboxes.createExecutor(getOperatorConfig().getChainIndex());
    effects = new Emissions(output, getRuntimeContext());
    states = new CustomerStates(getRuntimeContext(), Streams.STATE);
    unsettled =
        new Unsettled(
            kept,
            log,
            getKeyedStateBackend(),
            states,
            getRuntimeContext().getTaskInfo(),
            adoption::of);
    deadlines = new Deadlines(timers);
    sweep = new Sweep(getKeyedStateBackend(), getProcessingTimeService(), pace, this::visit);
    task = new Adoption.Task(deadlines::now, mailbox, effects::emit, sweep::begin);
    adoption.opening().forEach(effects::emit);
    unsettled.recall();
    getMetricGroup().gauge(UNSETTLED, unsettled::count);
    if (!adoption.isFirst()) {
      sweep.begin(); // the one before the restart may not have come to its end
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    controls.snapshot(deadlines.now());
    unsettled.snapshot();
  }

  @Override
  public void close() throws Exception {
    IOUtils.closeAll(sweep, adoption, unsettled, super::close);
  }

  // ---- inputs ----

  @Override
  public void processElement1(StreamRecord<Arrival> element) throws Exception {
    element.getValue().handTo(this);
  }

  @Override
  public void reached(Arrival.Reached reached) throws Exception {
    unsettled.reached(reached.partition(), reached.partitions());
    unsettled.settle(deadlines.now(), this::settle);
  }

  @Override
  public void touched(Arrival.Touched touched) throws Exception {
    CustomerState before = states.read();
    InForce rules = adoption.of(touched.key());
    Verdict verdict = Decider.decide(before, touched.touchpoint(), rules, deadlines.now());
    effects.fate(touched, verdict.fate(), rules.rules().ref());
    act(before, rules, verdict);
  }

  @Override
  public void processElement2(StreamRecord<Control> element) {
    adoption.receive(element.getValue(), task);
  }

  @Override
  public void processWatermark1(Watermark mark) throws Exception {
    super.processWatermark1(mark);
    unsettled.settle(deadlines.now(), this::settle);
    effects.proven(mark.getTimestamp());
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    CustomerState before = states.read();
    InForce rules = adoption.of(timer.getKey());
    act(before, rules, Decider.wakeUp(before, rules, timer.getTimestamp()));
  }

  /** The rules have changed, and a customer may not follow those in force. */
  private void visit(String customer) throws Exception {
    InForce rules = adoption.of(customer);
    CustomerState before = states.read();
    if (!rules.succession().isFollowedBy(before)) {
      act(before, rules, Decider.wakeUp(before, rules, deadlines.now()));
    }
  }

  /** All that was known before the start is known again, also of this customer. */
  private int settle(String customer) throws Exception {
    CustomerState before = states.read();
    InForce rules = adoption.of(customer);
    Verdict verdict = Decider.settle(before, rules, deadlines.now());
    act(before, rules, verdict);
    return verdict.moments().size() + verdict.recommendations().size();
  }

  // ---- the verdict: 1 state, 2 timer, 3 effects ----

  private void act(CustomerState before, InForce rules, Verdict verdict) throws Exception {
    CustomerState after = verdict.state();
    if (after != before) {
      states.write(after);
    }
    deadlines.move(before.clock().wakeUp(), after.clock().wakeUp());
    effects.emit(verdict, rules.rules().ref());
  }
}
