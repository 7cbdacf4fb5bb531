package io.kizashi.flink;

import io.kizashi.flink.control.Adoption;
import io.kizashi.flink.control.ControlsSoFar;
import io.kizashi.flink.customers.CustomerStates;
import io.kizashi.flink.customers.Deadlines;
import io.kizashi.flink.customers.OwnCustomers;
import io.kizashi.flink.customers.Sweep;
import io.kizashi.flink.freeze.FrozenCustomers;
import io.kizashi.flink.inquiry.Inquiries;
import io.kizashi.flink.recall.SaidLog;
import io.kizashi.flink.recall.Unsettled;
import io.kizashi.schema.Control;
import io.kizashi.schema.Inquiry;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.Thaw;
import java.io.Serializable;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.StreamingRuntimeContext;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.IOUtils;

/**
 * Decides, customer by customer. Its first input are arrivals, keyed by {@link Arrival#key()}; its
 * second is what people tell the engine, broadcast. Recommendations are the main output; moments,
 * what runs in shadow, late touchpoints, counts, reports on rulebooks and answers leave by the side
 * outputs of {@link Streams}.
 *
 * <p>A late touchpoint is rejected with the bytes of its JSON form as this engine writes it; the
 * bytes that were received lie at its origin's offset.
 */
public final class PersonsOperator extends FirstInputProvesTime<Arrival, Control, OutputRecord>
    implements EventTimeTimers, Arrival.Receiver {
  private static final long serialVersionUID = 1L;

  /** The metric of customers of whom something was said before the start that is not settled. */
  private static final String UNSETTLED = "unsettled";

  /** The metric of customers for whom nothing is decided since the core failed. */
  private static final String FROZEN = "frozen";

  private final Submitted submitted;
  private final ControlsSoFar soFar;
  private final SaidLog log;
  private final DecisionCore core;
  private final Sweep.Pace pace;
  private transient ControlInput controls;
  transient Adoption adoption; // a test waits until it has compiled
  private transient Adoption.Task task;
  private transient Deadlines deadlines;
  private transient Sweep sweep;
  private transient FrozenCustomers frozen;
  private transient CustomerDecider decider;
  private transient Inquiries inquiries;
  private transient Emissions effects;
  private transient Unsettled.Kept kept;
  private transient Unsettled unsettled;

  /** A rulebook as it travels with the job: a document itself is no Java-serializable object. */
  private record Submitted(String file, long version, String text) implements Serializable {
    static Submitted of(RulebookDocument document) {
      return new Submitted(document.file(), document.version(), document.text());
    }

    RulebookDocument document() {
      return new RulebookDocument(file, version, text);
    }
  }

  /**
   * Starts with the rulebook that was submitted with the job; a restore goes on with the one in
   * force then, if that is of a higher version.
   *
   * @param soFar what people have said, which holds before any touchpoint
   * @param log what the engine has said, which is not decided again
   */
  public PersonsOperator(RulebookDocument submitted, ControlsSoFar soFar, SaidLog log) {
    this(submitted, soFar, log, DecisionCore.SOUND, Sweep.Pace.CALM);
  }

  @SuppressWarnings("NullAway.Init") // initializeState() and open() set the transient fields
  PersonsOperator(
      RulebookDocument submitted,
      ControlsSoFar soFar,
      SaidLog log,
      DecisionCore core,
      Sweep.Pace pace) {
    this.submitted = Submitted.of(submitted);
    this.soFar = soFar;
    this.log = log;
    this.core = core;
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
    StreamingRuntimeContext context = getRuntimeContext();
    deadlines =
        new Deadlines(
            getInternalTimerService(Deadlines.NAME, VoidNamespaceSerializer.INSTANCE, this));
    effects = new Emissions(output, context);
    frozen = new FrozenCustomers(context, getKeyedStateBackend());
    CustomerStates states = new CustomerStates(context, Streams.STATE);
    decider = new CustomerDecider(core, adoption::of, states, deadlines, frozen, effects);
    inquiries =
        new Inquiries(
            new OwnCustomers(context.getTaskInfo()),
            getKeyedStateBackend(),
            adoption::of,
            states,
            deadlines,
            frozen,
            getProcessingTimeService()::getCurrentProcessingTime);
    unsettled = new Unsettled(kept, log, getKeyedStateBackend(), decider, context.getTaskInfo());
    sweep = new Sweep(getKeyedStateBackend(), getProcessingTimeService(), pace, decider::follow);
    MailboxExecutor mailbox =
        getContainingTask()
            .getMailboxExecutorFactory()
            .createExecutor(getOperatorConfig().getChainIndex());
    task = new Adoption.Task(deadlines::now, mailbox, effects::emit, sweep::begin);
    getMetricGroup().gauge(UNSETTLED, unsettled::count);
    getMetricGroup().gauge(FROZEN, frozen::count);
    goOn();
  }

  /** All that is known already is taken in before anything is decided. */
  private void goOn() throws Exception {
    adoption.opening().forEach(effects::emit);
    unsettled.recall();
    for (Thaw thaw : controls.thaws()) {
      thaw(thaw);
    }
    for (String customer : frozen.ofOtherBuilds()) {
      setCurrentKey(customer);
      decider.thaw(customer);
    }
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
  public void touched(Arrival.Touched touched) throws Exception {
    decider.touched(touched);
  }

  @Override
  public void reached(Arrival.Reached reached) throws Exception {
    unsettled.reached(reached.partition(), reached.partitions());
    unsettled.settle(deadlines.now());
  }

  @Override
  public void processElement2(StreamRecord<Control> element) throws Exception {
    if (element.getValue() instanceof Thaw thaw) {
      thaw(thaw);
    } else if (element.getValue() instanceof Inquiry inquiry) {
      if (inquiries.isMeant(inquiry)) {
        effects.emit(inquiries.answer(inquiry));
      }
    } else {
      adoption.receive(element.getValue(), task);
    }
  }

  private void thaw(Thaw thaw) throws Exception {
    if (frozen.isMeant(thaw)) {
      setCurrentKey(thaw.customer().text());
      decider.thaw(thaw.customer().text());
    }
  }

  @Override
  public void processWatermark1(Watermark mark) throws Exception {
    super.processWatermark1(mark);
    unsettled.settle(deadlines.now());
    if (mark.equals(Watermark.MAX_WATERMARK)) {
      for (String customer : frozen.all()) {
        setCurrentKey(customer);
        decider.end();
      }
    }
    effects.proven(mark.getTimestamp());
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    decider.due(timer.getKey(), timer.getTimestamp());
  }
}
