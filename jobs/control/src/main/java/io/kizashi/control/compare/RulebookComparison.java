package io.kizashi.control.compare;

import io.kizashi.local.engine.LocalFlink;
import io.kizashi.local.kafka.TemporaryFolder;
import io.kizashi.local.replay.Replay;
import io.kizashi.local.replay.ReplaySummary;
import io.kizashi.pipeline.Sensing;
import io.kizashi.schema.Placeholders;
import io.kizashi.schema.Rfc3339;
import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ObjLongConsumer;

/**
 * The same replay of one stream with two rulebooks, and what is different. The folder gets {@code
 * a} and {@code b} with the outputs of the replays, {@code differences.jsonl} and {@code
 * summary.json}.
 *
 * @param events touchpoints, one JSON a line
 * @param a one side
 * @param b the other side
 * @param asOf latest time of a touchpoint that is believed, milliseconds since the epoch; absent
 *     for no limit
 * @param until latest time of moments and decisions that are compared, at most {@link
 *     io.kizashi.schema.Bounds#LATEST}
 * @param parallelism of the decision
 * @param out folder of the outputs
 */
public record RulebookComparison(
    Path events, Side a, Side b, OptionalLong asOf, long until, int parallelism, Path out) {
  /** The file of all differences. */
  public static final String DIFFERENCES = "differences.jsonl";

  private static final String SUMMARY = "summary.json";

  /**
   * Runs it to its end.
   *
   * @param onRead gets a side's label and the number of records read for it so far, now and then
   * @throws EnvironmentFault if a job fails, or the outputs can't be written
   */
  public Compared run(ObjLongConsumer<String> onRead) {
    ReplaySummary readA;
    ReplaySummary readB;
    try (LocalFlink flink = Replay.startFlink(parallelism)) {
      readA = replay(a, "a").runOn(flink, read -> onRead.accept(a.label(), read));
      readB = replay(b, "b").runOn(flink, read -> onRead.accept(b.label(), read));
    }
    try (TemporaryFolder work = new TemporaryFolder("compare")) {
      Join join = new Join(a, b, Rfc3339.format(until), work.path());
      DifferenceCounts tally = join.run(out.resolve("a"), out.resolve("b"), hidden(DIFFERENCES));
      Compared compared = new Compared(a, b, readA, readB, tally, Cases.first(hidden(DIFFERENCES)));
      String summary = compared.asJson().toPrettyString() + "\n";
      Files.writeString(hidden(SUMMARY), summary, StandardCharsets.UTF_8);
      publish(DIFFERENCES);
      publish(SUMMARY);
      return compared;
    } catch (IOException e) {
      throw new EnvironmentFault(
          out
              + ": the differences can't be written ("
              + e.getMessage()
              + "); check space and rights",
          e);
    }
  }

  private Replay replay(Side side, String folder) {
    return new Replay(
        events,
        side.document(),
        Replay.Play.AS_RECORDED,
        asOf,
        Placeholders.USUAL,
        Sensing.ON,
        Optional.empty(),
        parallelism,
        out.resolve(folder));
  }

  private void publish(String name) throws IOException {
    Files.move(
        hidden(name),
        out.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private Path hidden(String name) {
    return out.resolve("." + name + ".part");
  }
}
