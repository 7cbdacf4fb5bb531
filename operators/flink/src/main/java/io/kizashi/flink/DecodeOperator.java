package io.kizashi.flink;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.Decoding.Decoded;
import io.kizashi.schema.Decoding.Heartbeat;
import io.kizashi.schema.Decoding.Rejected;
import io.kizashi.schema.TouchpointJson;
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
public final class DecodeOperator extends AbstractStreamOperator<Arrived>
    implements OneInputStreamOperator<RawRecord, Arrived> {
  private static final long serialVersionUID = 1L;

  private final boolean replay;
  private final long asOf;
  private long newest = Long.MIN_VALUE;
  private transient Tally tally;

  @SuppressWarnings("NullAway.Init") // open() sets the transient field
  private DecodeOperator(boolean replay, long asOf) {
    this.replay = replay;
    this.asOf = asOf;
  }

  /** For records with a broker's timestamp, which bounds how far ahead a touchpoint may lie. */
  public static DecodeOperator live() {
    return new DecodeOperator(false, Bounds.LATEST);
  }

  /**
   * For a recorded stream, read by one task.
   *
   * @param asOf the latest time that is believed, milliseconds since the epoch; {@link
   *     Bounds#LATEST} for no limit
   */
  public static DecodeOperator replay(long asOf) {
    return new DecodeOperator(true, asOf);
  }

  @Override
  public void open() throws Exception {
    super.open();
    tally = new Tally(getRuntimeContext(), Count.READ, Count.REJECTED, Count.UNKNOWN_FIELDS);
  }

  @Override
  public void processElement(StreamRecord<RawRecord> element) {
    RawRecord raw = element.getValue();
    long arrival = replay ? Math.max(newest, 0) : raw.timestamp();
    long latest = replay ? asOf : arrival + Bounds.FUTURE_MILLIS;
    Decoding decoding = TouchpointJson.decode(raw.value(), arrival, latest);
    if (decoding instanceof Heartbeat heartbeat) {
      if (heartbeat.time() <= asOf) { // what is not believed moves no deadline
        proven(heartbeat.time());
      }
      return;
    }
    tally.add(Count.READ, 1);
    if (decoding instanceof Decoded decoded) {
      tally.add(Count.UNKNOWN_FIELDS, decoded.unknownFields());
      output.collect(element.replace(new Arrived(raw.origin(), decoded.touchpoint())));
      proven(decoded.touchpoint().time());
    } else if (decoding instanceof Rejected rejected) {
      tally.add(Count.REJECTED, 1);
      output.collect(Streams.REJECTED, element.replace(rejection(raw, rejected)));
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (!replay || mark.equals(Watermark.MAX_WATERMARK)) {
      super.processWatermark(mark);
    }
  }

  private void proven(long time) {
    if (replay && time > newest) {
      newest = time;
      output.emitWatermark(new Watermark(time - 1));
    }
  }

  private static OutputRecord rejection(RawRecord raw, Rejected rejected) {
    return OutputRecord.of(
        Rejections.of(rejected.code(), rejected.where(), raw.origin(), raw.value()),
        raw.timestamp());
  }
}
