package io.kizashi.pipeline;

import io.kizashi.flink.RawRecord;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.TouchpointJson;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Time of one partition. A heartbeat proves that everything before its time has been read; the
 * engine's time is the minimum over partitions, which Flink takes. Nothing counts as idle: only
 * what came through the partition says that nothing is outstanding there.
 */
final class HeartbeatWatermarks implements WatermarkGenerator<RawRecord> {
  /** No record has proven any time. */
  private static final long UNPROVEN = Long.MIN_VALUE;

  /** What proves time. */
  private enum Proof {
    HEARTBEATS,
    EVERY_RECORD
  }

  private final Proof proof;
  private long newest = UNPROVEN;

  private HeartbeatWatermarks(Proof proof) {
    this.proof = proof;
  }

  /** By heartbeats alone. */
  static HeartbeatWatermarks strict() {
    return new HeartbeatWatermarks(Proof.HEARTBEATS);
  }

  /** By arrival: weaker, for sources without heartbeats. */
  static HeartbeatWatermarks byArrival() {
    return new HeartbeatWatermarks(Proof.EVERY_RECORD);
  }

  /** As the one who writes heartbeats asks for. */
  static HeartbeatWatermarks of(HeartbeatMode heartbeats) {
    return switch (heartbeats) {
      case SOURCES, ENGINE -> strict();
      case NONE -> byArrival();
    };
  }

  @Override
  public void onEvent(RawRecord record, long timestamp, WatermarkOutput output) {
    long time =
        switch (proof) {
          case HEARTBEATS -> proven(record);
          case EVERY_RECORD -> record.timestamp();
        };
    if (time > newest) {
      newest = time;
      output.emitWatermark(new Watermark(time - 1));
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    // Time passes with records, never with the wall clock.
  }

  private static long proven(RawRecord record) {
    // The operator that decodes rejects what is not believed here, with the same bound.
    long latest = record.timestamp() + Bounds.FUTURE_MILLIS;
    return TouchpointJson.mayBeHeartbeat(record.value())
            && TouchpointJson.decode(record.value(), record.timestamp(), latest)
                instanceof Decoding.Heartbeat heartbeat
        ? heartbeat.time()
        : UNPROVEN;
  }
}
