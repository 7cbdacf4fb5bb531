package io.kizashi.local.replay;

import io.kizashi.core.rules.Rules;
import io.kizashi.flink.Count;
import io.kizashi.flink.unread.UnreadCounts;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.local.engine.LocalFlink;
import io.kizashi.local.engine.LocalJob;
import io.kizashi.pipeline.Environments;
import io.kizashi.pipeline.ReplayPipeline;
import io.kizashi.pipeline.ReplaySpec;
import io.kizashi.pipeline.Sensing;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Placeholders;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A replay: the pipeline over a file, offline, to files that appear complete or not at all.
 *
 * @param events touchpoints, one JSON a line
 * @param rulebook rules that compile
 * @param play in which order
 * @param asOf latest time that is believed, milliseconds since the epoch; absent for the latest,
 *     unless few lie far beyond all others
 * @param placeholders ids that name nobody
 * @param sensing whether words and survey answers give an emotion
 * @param learned lexicons by which touchpoints are sensed, if any
 * @param parallelism of the decision
 * @param out folder of the outputs
 */
public record Replay(
    Path events,
    RulebookDocument rulebook,
    Play play,
    OptionalLong asOf,
    Placeholders placeholders,
    Sensing sensing,
    Optional<Path> learned,
    int parallelism,
    Path out) {
  /** In which order the lines of a file are played. */
  public enum Play {
    /** As they stand. */
    AS_RECORDED,
    /** By their times. */
    BY_TIME
  }

  /** More tasks than this are of no use in one process. */
  public static final int MOST_TASKS = 64;

  /** What is written, in the order in which it appears; the summary is last. */
  private static final List<Output> OUTPUTS =
      List.of(
          new Output("moments", SortedLines.Order.MOMENTS),
          new Output("recommendations", SortedLines.Order.RECOMMENDATIONS),
          new Output("rejected", SortedLines.Order.REJECTED));

  private static final String SUMMARY = "summary.json";

  /**
   * One of the files.
   *
   * @param name of the folder of parts, as {@link ReplaySpec} has it, and of the file
   */
  private record Output(String name, SortedLines.Order order) {
    String file() {
      return name + ".jsonl";
    }
  }

  /**
   * Runs it to its end.
   *
   * @param onProgress gets the number of records read so far, now and then
   * @throws EnvironmentFault if the job fails, or the outputs can't be written
   */
  public ReplaySummary run(LongConsumer onProgress) {
    createFolder();
    try (LocalFlink flink = startFlink(parallelism)) {
      return runOn(flink, onProgress);
    }
  }

  /** How many tasks suit this machine: one a processor. */
  public static int tasks() {
    return Math.min(MOST_TASKS, Runtime.getRuntime().availableProcessors());
  }

  /**
   * A Flink that replays of this parallelism run on, one after the other.
   *
   * @throws EnvironmentFault if it does not start
   */
  public static LocalFlink startFlink(int parallelism) {
    return LocalFlink.start(parallelism, LocalFlink.memory(parallelism));
  }

  /**
   * Runs it to its end on a Flink that is up.
   *
   * @param onProgress gets the number of records read so far, now and then
   * @throws EnvironmentFault if the job fails, or the outputs can't be written
   */
  public ReplaySummary runOn(LocalFlink flink, LongConsumer onProgress) {
    createFolder();
    try {
      // How long Flink takes to start says nothing about the stream.
      long start = System.nanoTime();
      RecordedTimes times = RecordedTimes.of(events);
      Rules.Settings settings = settings();
      OptionalLong latest = asOf.isPresent() ? asOf : times.believed(settings.retention());
      Path folder = Files.createTempDirectory(flink.folder(), "replay");
      Path parts = Files.createDirectory(folder.resolve("outputs"));
      ReplaySpec spec =
          new ReplaySpec(
              lines(times, folder), rulebook, placeholders, sensing, learned, latest, parts);
      Map<String, Object> counts = execute(flink, spec, onProgress);
      InputOrder order = times.order(play, settings.disorder(), latest.orElse(Bounds.LATEST));
      return publish(parts, summary(counts, order, (System.nanoTime() - start) / 1e9));
    } catch (IOException e) {
      throw new EnvironmentFault(
          out + ": the replay can't be written (" + e.getMessage() + "); check space and rights",
          e);
    }
  }

  private Rules.Settings settings() {
    if (RulebookCompiler.compile(rulebook) instanceof Compilation.Compiled compiled) {
      return compiled.rules().settings();
    }
    throw new IllegalArgumentException(rulebook.file() + " does not compile; check it before");
  }

  private ReplaySpec.Lines lines(RecordedTimes times, Path folder) throws IOException {
    return switch (play) {
      case AS_RECORDED -> ReplaySpec.Lines.of(events);
      case BY_TIME -> {
        Path sorted = folder.resolve("sorted.jsonl");
        SortedRecording.write(events, times, sorted);
        yield new ReplaySpec.Lines(sorted, events.getFileName().toString(), true);
      }
    };
  }

  private void createFolder() {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new EnvironmentFault(
          out + ": the folder can't be made (" + e + "); choose another --out", e);
    }
  }

  private Map<String, Object> execute(LocalFlink flink, ReplaySpec spec, LongConsumer onProgress) {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(Environments.replay(parallelism));
    ReplayPipeline.build(environment, spec);
    LocalJob job = flink.submit(environment, "kizashi-replay");
    return job.await(() -> onProgress.accept(Count.READ.in(job.accumulated())));
  }

  private static ReplaySummary summary(
      Map<String, Object> counts, InputOrder order, double seconds) {
    return new ReplaySummary(
        Count.READ.in(counts),
        Count.FOLDED.in(counts),
        Count.DUPLICATES.in(counts),
        Count.REJECTED.in(counts),
        Count.LATE.in(counts),
        Count.FLAWED.in(counts),
        Count.REUSED_IDS.in(counts),
        Count.FORGOTTEN.in(counts),
        Count.MOMENTS.in(counts),
        Count.RECOMMENDATIONS.in(counts),
        Count.MOMENTS_RETRACTED.in(counts) + Count.RECOMMENDATIONS_RETRACTED.in(counts),
        Count.NOBODYS.in(counts),
        UnreadCounts.in(counts),
        order,
        seconds);
  }

  /**
   * Writes everything under hidden names first: a failure leaves what was there before. An old
   * summary goes first and the new one comes last, so that one is only there beside its outputs.
   */
  private ReplaySummary publish(Path parts, ReplaySummary summary) throws IOException {
    List<String> names = new ArrayList<>();
    for (Output output : OUTPUTS) {
      Path folder = parts.resolve(output.name());
      SortedLines.merge(folder, output.order(), hidden(output.file()));
      names.add(output.file());
    }
    String text = summary.asJson().toPrettyString() + "\n";
    Files.writeString(hidden(SUMMARY), text, StandardCharsets.UTF_8);
    names.add(SUMMARY);
    Files.deleteIfExists(out.resolve(SUMMARY));
    for (String name : names) {
      Files.move(
          hidden(name),
          out.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    return summary;
  }

  private Path hidden(String name) {
    return out.resolve("." + name + ".part");
  }
}
