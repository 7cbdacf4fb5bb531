package io.kizashi.flink;

import io.kizashi.flink.Arrival.Reached;
import io.kizashi.flink.Arrival.Touched;
import io.kizashi.flink.proof.HeartbeatWatch;
import io.kizashi.flink.proof.RecordReader;
import io.kizashi.flink.proof.RecordReader.Proof;
import io.kizashi.flink.proof.RetiredSources;
import io.kizashi.flink.recall.CatchUp;
import io.kizashi.flink.recall.InputEnds;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.Decoding.Decoded;
import io.kizashi.schema.Decoding.Heartbeat;
import io.kizashi.schema.Decoding.Rejected;
import io.kizashi.schema.Placeholders;
import io.kizashi.schema.TimeSources;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * From bytes to touchpoints. Heartbeats end here: they only prove time. What does not meet the
 * contract leaves by {@link Streams#REJECTED}; nothing makes it fail.
 *
 * <p>Live, time is proven by the source and passes through. In a replay the records themselves
 * prove time: each is followed by a watermark just below the newest time so far, so that what a
 * record meets does not depend on how fast it was read.
 */
public final class DecodeOperator extends AbstractStreamOperator<Arrival>
    implements OneInputStreamOperator<RawRecord, Arrival> {
  private static final long serialVersionUID = 1L;

  /** No record has proven any time. */
  private static final long UNPROVEN = Long.MIN_VALUE;

  private final InputEnds ends;
  private final RetiredSources retired;
  private final RecordReader reader;
  private long newest = UNPROVEN;
  private transient Tally tally;
  private transient HeartbeatWatch heartbeats;
  private transient CatchUp catchUp;

  @SuppressWarnings("NullAway.Init") // initializeState() and open() set the transient fields
  private DecodeOperator(InputEnds ends, RetiredSources retired, RecordReader reader) {
    this.ends = ends;
    this.retired = retired;
    this.reader = reader;
  }

  /**
   * For records with a broker's timestamp, which bounds how far ahead a touchpoint may lie.
   *
   * @param ends where the input ends at a start
   * @param sources who proves time to the source that reads, but for those that are {@code retired}
   * @param nobody ids that name nobody
   */
  public static DecodeOperator live(
      InputEnds ends, TimeSources sources, RetiredSources retired, Placeholders nobody) {
    return new DecodeOperator(
        ends, retired, new RecordReader(Proof.SOURCE, sources, nobody, Bounds.LATEST));
  }

  /**
   * For a recorded stream, read by one task.
   *
   * @param asOf the latest time that is believed, milliseconds since the epoch; {@link
   *     Bounds#LATEST} for no limit
   * @param nobody ids that name nobody
   */
  public static DecodeOperator replay(long asOf, Placeholders nobody) {
    return new DecodeOperator(
        InputEnds.UNKNOWN,
        RetiredSources.NONE,
        new RecordReader(Proof.RECORDS, TimeSources.ANY, nobody, asOf));
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    int task = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    catchUp = new CatchUp(context, ends, task);
  }

  @Override
  public void open() throws Exception {
    super.open();
    tally = Tally.ofDecoding(getRuntimeContext());
    heartbeats = new HeartbeatWatch(reader.sources(), retired.read(), getMetricGroup());
    catchUp.quiet().forEach(this::reached);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    catchUp.snapshot();
  }

  @Override
  public void processElement(StreamRecord<RawRecord> element) {
    RawRecord raw = element.getValue();
    boolean ends = catchUp.ends(raw.partition(), raw.offset());
    process(element);
    if (ends) {
      reached(raw.partition());
    }
  }

  private void reached(int partition) {
    int keyGroups = getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks();
    for (String key : CatchUp.keysToAll(keyGroups)) {
      output.collect(new StreamRecord<>(new Reached(key, partition, catchUp.partitions())));
    }
  }

  private void process(StreamRecord<RawRecord> element) {
    RawRecord raw = element.getValue();
    Decoding decoding = reader.read(raw.value(), raw.timestamp(), newest);
    tally.add(Count.READ, decoding instanceof Heartbeat ? 0 : 1);
    if (decoding instanceof Heartbeat heartbeat) {
      heartbeat(heartbeat, raw.partition());
    } else if (decoding instanceof Decoded decoded) {
      decoded(element, decoded);
    } else if (decoding instanceof Rejected rejected) {
      rejected(element, rejected);
    } else {
      throw new IllegalStateException("no record may be dropped, as would be " + decoding);
    }
  }

  private void heartbeat(Heartbeat heartbeat, int partition) {
    long now = getProcessingTimeService().getCurrentProcessingTime();
    tally.add(Count.UNDECLARED_HEARTBEATS, heartbeats.counts(heartbeat, partition, now) ? 0 : 1);
    if (heartbeat.time() <= reader.asOf()) { // else a replay would judge deadlines beyond its end
      proven(heartbeat.time());
    }
  }

  private void decoded(StreamRecord<RawRecord> element, Decoded decoded) {
    tally.add(Count.UNKNOWN_FIELDS, decoded.unknownFields());
    RawRecord raw = element.getValue();
    tally.add(Count.FLAWED, decoded.flaws().isEmpty() ? 0 : 1);
    decoded.flaws().forEach(flaw -> output.collect(Streams.REJECTED, Rejections.of(raw, flaw)));
    output.collect(element.replace(new Touched(raw.origin(), decoded.touchpoint())));
    proven(decoded.touchpoint().time());
  }

  private void rejected(StreamRecord<RawRecord> element, Rejected rejected) {
    tally.add(Count.REJECTED, 1);
    output.collect(Streams.REJECTED, element.replace(Rejections.of(element.getValue(), rejected)));
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (reader.proof() == Proof.SOURCE || mark.equals(Watermark.MAX_WATERMARK)) { // the end
      super.processWatermark(mark);
    }
  }

  private void proven(long time) {
    if (reader.proof() == Proof.RECORDS && time > newest) {
      newest = time;
      output.emitWatermark(new Watermark(time - 1));
    }
  }
}
