package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.local.kafka.Subscriber;
import io.kizashi.pipeline.LatestCheckpoint;
import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.pipeline.StateFolder;
import io.kizashi.terminal.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KillTest {
  /** A day in 30 s: long enough to be killed in the middle, on a busy machine too. */
  private static final String SPEED = "2880x";

  private static final int ENOUGH_MOMENTS = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration POLL = Duration.ofMillis(20);

  /** In order: what is judged at arrival then depends on nothing but the stream. */
  private static final ShopStream STREAM = new ShopStream(9, 20_000, 500, Duration.ZERO, 2);

  private final Path folder;
  private final Path checkpoints;

  KillTest(@TempDir Path folder) {
    this.folder = folder;
    this.checkpoints = folder.resolve("checkpoints");
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(strings = {"at-once", "settled"})
  @Timeout(400)
  void anEngineKilledInMidStreamGoesOnAsIfNothingHadHappened(String decide) throws Exception {
    Path rules = ShopStream.rules(folder, decide);
    Path events = events();
    ReplayedOutput expected = ReplayedOutput.of(events, rules, folder.resolve("replayed"), 2);
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      TopicReader.createAll(kafka.bootstrap(), "");
      Path config = config(kafka.bootstrap(), rules);
      CompletableFuture<FeedProgress> feed =
          killInMidStream(kafka.bootstrap(), config, events, expected);
      String secondSaid = goOnToTheEnd(kafka.bootstrap(), config, feed, expected);

      assertThat(secondSaid).contains("going on from file:");
      // The stream's first record is a damaged one: a second reading would reject it again.
      assertThat(TopicReader.lines(kafka.bootstrap(), "rejected")).hasSize(1);
      List<OutputLine> moments = TopicReader.lines(kafka.bootstrap(), "moments");
      assertThat(OutputLine.standing(moments)).isEqualTo(OutputLine.standing(expected.moments()));
      assertThat(OutputLine.distinct(moments)).isEqualTo(OutputLine.distinct(expected.moments()));
      List<OutputLine> recommendations = TopicReader.lines(kafka.bootstrap(), "recommendations");
      assertNoIdSaysTwoThings(moments);
      assertNoIdSaysTwoThings(recommendations);
      assertThat(OutputLine.distinct(recommendations))
          .isEqualTo(OutputLine.distinct(expected.recommendations()));
    }
  }

  private Path events() throws IOException {
    List<String> lines = new ArrayList<>(STREAM.lines());
    lines.add(0, "{}");
    return Files.write(folder.resolve("events.jsonl"), lines);
  }

  private Path config(String bootstrap, Path rules) throws IOException {
    return Files.write(
        folder.resolve("kizashi.yaml"),
        List.of(
            "rulebook: " + rules,
            "parallelism: 2",
            "kafka: { bootstrap: '" + bootstrap + "' }",
            "checkpoints: { folder: " + checkpoints + ", interval: 500ms }"));
  }

  private CompletableFuture<FeedProgress> killInMidStream(
      String bootstrap, Path config, Path events, ReplayedOutput expected)
      throws IOException, InterruptedException {
    try (EngineProcess first = EngineProcess.start(config, folder, "first");
        Subscriber moments = Subscriber.fromStart(bootstrap, "moments")) {
      CompletableFuture<FeedProgress> feed =
          CompletableFuture.supplyAsync(() -> FeedProgress.of(events, bootstrap, "", SPEED));
      Set<String> seen = new HashSet<>();
      awaitMoments(moments, seen, ENOUGH_MOMENTS);
      Optional<String> before = checkpoint();
      Await.until(
          "a checkpoint holds some of what was read",
          PATIENCE,
          () -> checkpoint().isPresent() && !checkpoint().equals(before));
      awaitMoments(moments, seen, seen.size() + 1);
      first.kill();

      assertThat(feed).isNotDone();
      assertThat(seen).hasSizeLessThan(OutputLine.distinct(expected.moments()).size());
      return feed;
    }
  }

  private Optional<String> checkpoint() {
    Path file = folder.resolve("kizashi.yaml");
    PipelineConfig settings =
        PipelineConfig.read(file, TextFile.read(file), Map.of()).config().orElseThrow();
    return LatestCheckpoint.below(StateFolder.of(settings).uri());
  }

  private static void awaitMoments(Subscriber moments, Set<String> seen, int enough) {
    Await.until(
        enough + " moments",
        PATIENCE,
        () -> {
          for (ConsumerRecord<byte[], byte[]> record : moments.poll(POLL)) {
            seen.add(OutputLine.of(record.value()).text());
          }
          return seen.size() >= enough;
        });
  }

  private String goOnToTheEnd(
      String bootstrap, Path config, CompletableFuture<FeedProgress> feed, ReplayedOutput expected)
      throws Exception {
    try (EngineProcess second = EngineProcess.start(config, folder, "second");
        Subscriber moments = Subscriber.fromStart(bootstrap, "moments")) {
      feed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      awaitMoments(moments, new HashSet<>(), OutputLine.distinct(expected.moments()).size());
      // It takes a last checkpoint, by which all that it decided is on the topics.
      second.stop();
      return second.output();
    }
  }

  private static void assertNoIdSaysTwoThings(List<OutputLine> lines) {
    Map<String, String> byId = new HashMap<>();
    for (OutputLine line : lines) {
      String id = line.get("status") + " " + line.get("id");
      assertThat(byId.merge(id, line.text(), (first, again) -> first)).isEqualTo(line.text());
    }
  }
}
