package io.kizashi.pipeline;

import io.kizashi.flink.RawRecord;
import io.kizashi.flink.proof.RetiredSources;
import io.kizashi.schema.TimeSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives each partition its clock. Who is retired is read before the first record is, so that a
 * record by which a running engine learned of it may lie before the checkpoint.
 */
final class PartitionClocks implements WatermarkGeneratorSupplier<RawRecord> {
  private static final long serialVersionUID = 1L;

  /** A task makes the clocks of all its partitions within it, and asks once. */
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final HeartbeatMode heartbeats;
  private final TimeSources sources;
  private final RetiredSources retired;
  private transient @Nullable Answer answer;

  PartitionClocks(HeartbeatMode heartbeats, TimeSources sources, RetiredSources retired) {
    this.heartbeats = heartbeats;
    this.sources = sources;
    this.retired = retired;
  }

  private record Answer(Set<String> names, long at) {}

  @Override
  public WatermarkGenerator<RawRecord> createWatermarkGenerator(Context context) {
    return HeartbeatWatermarks.of(heartbeats, sources, retired(System.nanoTime()));
  }

  private Set<String> retired(long now) {
    Answer known =
        Optional.ofNullable(answer)
            .filter(it -> now - it.at() < FRESH_NANOS)
            .orElseGet(() -> new Answer(ask(), now));
    answer = known;
    return known.names();
  }

  private Set<String> ask() {
    try {
      return retired.read();
    } catch (IOException e) {
      throw new UncheckedIOException("who is retired can't be read; the task starts again", e);
    }
  }
}
