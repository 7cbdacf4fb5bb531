package io.kizashi.pipeline;

import io.kizashi.flink.RawRecord;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.TimeSources;
import io.kizashi.schema.TouchpointJson;
import java.util.Set;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Time of one partition. A heartbeat proves that everything before its time has been read; the
 * engine's time is the minimum over partitions, which Flink takes. Nothing counts as idle: only
 * what came through the partition says that nothing is outstanding there.
 */
final class HeartbeatWatermarks implements WatermarkGenerator<RawRecord> {
  /** What proves time. */
  private enum Proof {
    HEARTBEATS,
    EVERY_RECORD
  }

  private final Proof proof;
  private final TimeSources sources;
  private final PartitionTime partition;
  private long newest = PartitionTime.UNPROVEN;

  private HeartbeatWatermarks(Proof proof, TimeSources sources, Set<String> retired) {
    this.proof = proof;
    this.sources = sources;
    this.partition = new PartitionTime(sources, retired);
  }

  /** By heartbeats alone. */
  static HeartbeatWatermarks strict(TimeSources sources, Set<String> retired) {
    return new HeartbeatWatermarks(Proof.HEARTBEATS, sources, retired);
  }

  /** By arrival: weaker, for sources without heartbeats. */
  static HeartbeatWatermarks byArrival() {
    return new HeartbeatWatermarks(Proof.EVERY_RECORD, TimeSources.ANY, Set.of());
  }

  /** As the one who writes heartbeats asks for. */
  static HeartbeatWatermarks of(
      HeartbeatMode heartbeats, TimeSources sources, Set<String> retired) {
    return switch (heartbeats) {
      case SOURCES, ENGINE -> strict(sources, retired);
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

  private long proven(RawRecord record) {
    // The operator that decodes asks the same sources: it rejects what is not believed here.
    return TouchpointJson.mayBeHeartbeat(record.value())
            && sources.decode(record.value(), record.timestamp())
                instanceof Decoding.Heartbeat heartbeat
        ? partition.after(heartbeat)
        : PartitionTime.UNPROVEN;
  }
}
