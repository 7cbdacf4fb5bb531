package io.kizashi.control.compare;

import io.kizashi.local.kafka.TemporaryFolder;
import io.kizashi.local.replay.Replay;
import io.kizashi.pipeline.Topics;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.EnvironmentFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/**
 * What a draft would have done instead of the present rulebook. Nothing is published, and the
 * replays leave nothing behind.
 *
 * @param present the rulebook that is followed now; it compiles
 * @param draft the rulebook to try; it compiles
 * @param onRead gets what is read and how many records of it so far
 * @param onDifferences gets the file of all differences, before it is deleted
 */
public record Forecast(
    RulebookDocument present,
    RulebookDocument draft,
    ObjLongConsumer<String> onRead,
    Consumer<Path> onDifferences) {
  /**
   * What it would have done in a recording.
   *
   * @param events touchpoints, one JSON a line
   * @throws EnvironmentFault if a replay fails
   */
  public Compared over(Path events) {
    try (TemporaryFolder folder = new TemporaryFolder("try")) {
      return compare(events, OptionalLong.empty(), Bounds.LATEST, folder.path());
    }
  }

  /**
   * What it would have done in the newest part of the topic of touchpoints. Only what fell due by
   * its end is counted, and what came before it is unknown.
   *
   * @param client properties of the Kafka client, {@code bootstrap.servers} among them
   * @param prefix of topic names
   * @param last how much, by record timestamp
   * @param now milliseconds since the epoch
   * @throws EnvironmentFault if Kafka can't be reached, or a replay fails
   */
  public Compared overTopic(Map<String, String> client, String prefix, Duration last, long now) {
    try (TemporaryFolder folder = new TemporaryFolder("try")) {
      Stretch stretch =
          Stretch.record(
              client,
              prefix + Topics.TOUCHPOINTS,
              now - last.toMillis(),
              folder.path(),
              read -> onRead.accept("the topic", read));
      return compare(
          stretch.events(), OptionalLong.of(stretch.latest()), stretch.end(), folder.path());
    }
  }

  private Compared compare(Path events, OptionalLong asOf, long until, Path folder) {
    Side now = Side.of("now", "the present rulebook", present);
    Side then = Side.of("then", "the draft", draft);
    Path compared = folder.resolve("compared");
    Compared found =
        new RulebookComparison(events, now, then, asOf, until, Replay.tasks(), compared)
            .run(onRead);
    onDifferences.accept(compared.resolve(RulebookComparison.DIFFERENCES));
    return found;
  }
}
