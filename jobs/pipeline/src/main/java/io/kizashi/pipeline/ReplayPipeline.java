package io.kizashi.pipeline;

import io.kizashi.flink.Arrival;
import io.kizashi.flink.DecodeOperator;
import io.kizashi.flink.RawRecord;
import io.kizashi.flink.Streams;
import io.kizashi.flink.control.ControlsSoFar;
import io.kizashi.flink.recall.SaidLog;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Control;
import java.nio.file.Files;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.enumerate.NonSplittingRecursiveEnumerator;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;

/**
 * The job over a recorded stream: bounded, offline, and the same outputs for every customer at any
 * parallelism. One task reads and decodes, and proves time record by record; at the end every
 * pending deadline falls due.
 */
public final class ReplayPipeline {
  private static final OutputTag<Control> NO_CONTROL =
      new OutputTag<>("no-control", Streams.CONTROL);

  private ReplayPipeline() {}

  /**
   * Adds the job to an environment made with {@link Environments#replay}.
   *
   * @throws EnvironmentFailure if the events can't be read or the environment is set otherwise
   */
  public static void build(StreamExecutionEnvironment env, ReplaySpec spec) {
    PlatformCheck.verify(env.getConfiguration());
    java.nio.file.Path events = spec.events().file();
    if (!Files.isRegularFile(events) || !Files.isReadable(events)) {
      throw new EnvironmentFailure(events + " is no file that can be read; check the path");
    }
    Pipeline pipeline =
        new Pipeline(
            DecodeOperator.replay(spec.asOf().orElse(Bounds.LATEST), spec.placeholders()),
            spec.sensing(),
            spec.rulebook(),
            stage -> new JsonlSink(spec.out().resolve(stage.uid()).toString()));
    SingleOutputStreamOperator<Arrival> decoded = pipeline.decode(lines(env, spec));
    // A replay has one rulebook. An output that nobody writes to ends together with the stream.
    pipeline.decide(
        decoded,
        pipeline.sense(decoded, spec.learned()),
        decoded.getSideOutput(NO_CONTROL),
        ControlsSoFar.NONE,
        SaidLog.NONE);
  }

  private static DataStream<RawRecord> lines(StreamExecutionEnvironment env, ReplaySpec spec) {
    Path path = Path.fromLocalFile(spec.events().file().toAbsolutePath().toFile());
    FileSource<RawRecord> source =
        FileSource.forRecordStreamFormat(
                new LineFormat(spec.events().name(), spec.events().isNumbered()), path)
            // The default leaves out files whose names begin with '.' or '_'.
            .setFileEnumerator(() -> new NonSplittingRecursiveEnumerator(file -> true))
            .build();
    return Pipeline.named(
            Stage.TOUCHPOINTS,
            env.fromSource(
                source, WatermarkStrategy.noWatermarks(), Stage.TOUCHPOINTS.uid(), Streams.RAW))
        .setParallelism(1);
  }
}
