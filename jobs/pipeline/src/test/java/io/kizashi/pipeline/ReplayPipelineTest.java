package io.kizashi.pipeline;

import static io.kizashi.pipeline.SampleRecords.MINUTE;
import static io.kizashi.pipeline.SampleRecords.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.flink.Count;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.testing.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayPipelineTest {
  private final Path folder;

  ReplayPipelineTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void anAbandonedCartLeadsToARecommendation() throws Exception {
    Path events =
        events(
            SampleRecords.cart("e-1", "c-1", TEN),
            SampleRecords.cart("e-2", "c-2", TEN + MINUTE),
            SampleRecords.order("e-3", "c-2", TEN + 2 * MINUTE),
            "{\"type\":\"heartbeat\",\"time\":\"2026-03-01T12:00:00Z\"}");

    Replayed replayed = replay(events, 1, "out");

    assertThat(replayed.lines("recommendations"))
        .singleElement()
        .asString()
        .contains("\"customer\":\"c-1\"", "cart_rescue", "2026-03-01T10:30:00.000Z");
    assertThat(replayed.lines("moments")).hasSize(1);
    assertThat(replayed.lines("rejected")).isEmpty();
    assertThat(replayed.lines("rulebook-status")).singleElement().asString().contains("adopted");
    assertThat(replayed.count(Count.READ)).isEqualTo(3);
    assertThat(replayed.count(Count.RECOMMENDATIONS)).isEqualTo(1);
  }

  @Test
  void theEndOfTheStreamPassesEveryPendingDeadline() throws Exception {
    Replayed replayed = replay(events(SampleRecords.cart("e-1", "c-1", TEN)), 1, "out");

    assertThat(replayed.lines("recommendations")).hasSize(1);
  }

  @Test
  void damagedLinesAreRejectedWithFileAndLineAndTheRestGoesOn() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write((SampleRecords.cart("e-1", "c-1", TEN) + "\n").getBytes(StandardCharsets.UTF_8));
    bytes.write(new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"', '\n'});
    bytes.write("\n".getBytes(StandardCharsets.UTF_8));
    bytes.write(("[".repeat(5000) + "\n").getBytes(StandardCharsets.UTF_8));
    bytes.write(("x".repeat(1_000_000) + "\n").getBytes(StandardCharsets.UTF_8));
    bytes.write(SampleRecords.cart("e-2", "c-2", TEN).getBytes(StandardCharsets.UTF_8));
    Path events = Files.write(folder.resolve("_events.jsonl"), bytes.toByteArray());

    Replayed replayed = replay(events, 2, "out");

    assertThat(replayed.lines("rejected"))
        .hasSize(4)
        .allMatch(line -> line.contains("\"topic\":\"_events.jsonl\""))
        .anyMatch(line -> line.contains("bad_utf8") && line.contains("\"offset\":2"))
        .anyMatch(line -> line.contains("\"empty\"") && line.contains("\"offset\":3"))
        .anyMatch(line -> line.contains("\"offset\":4"))
        .anyMatch(line -> line.contains("too_large") && line.contains("\"offset\":5"));
    assertThat(replayed.lines("recommendations")).hasSize(2);
    assertThat(replayed.count(Count.READ)).isEqualTo(6);
    assertThat(replayed.count(Count.REJECTED)).isEqualTo(4);
    assertThat(replayed.count(Count.FOLDED)).isEqualTo(2);
  }

  @Test
  void parallelismChangesNothing() throws Exception {
    Path events = events(randomStream(Seeds.seed()).toArray(String[]::new));

    Replayed one = replay(events, 1, "one");
    Replayed again = replay(events, 1, "again");
    Replayed four = replay(events, 4, "four");

    for (String output : List.of("moments", "recommendations", "rejected")) {
      assertThat(again.lines(output)).isEqualTo(one.lines(output));
      assertThat(four.lines(output)).isEqualTo(one.lines(output));
    }
    assertThat(one.lines("recommendations")).isNotEmpty();
    assertThat(four.count(Count.READ))
        .isEqualTo(
            four.count(Count.FOLDED)
                + four.count(Count.DUPLICATES)
                + four.count(Count.REJECTED)
                + four.count(Count.LATE));
    assertThat(four.count(Count.DUPLICATES)).isPositive();
  }

  @Test
  void nothingBeyondAsOfIsBelieved() throws Exception {
    Path events =
        events(SampleRecords.cart("e-1", "c-1", TEN), SampleRecords.cart("e-2", "c-1", TEN + 1));

    Replayed replayed =
        Replayed.of(
            new ReplaySpec(
                events,
                SampleRecords.RULEBOOK,
                Sensing.ON,
                Optional.empty(),
                OptionalLong.of(TEN),
                folder.resolve("out")),
            1);

    assertThat(replayed.lines("rejected")).singleElement().asString().contains("in_the_future");
  }

  @Test
  void aMissingFileIsTheEnvironmentsFault() {
    assertThatThrownBy(() -> replay(folder.resolve("none.jsonl"), 1, "out"))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("none.jsonl");
  }

  @Test
  void anotherStateBackendIsRefused() throws Exception {
    Path events = events(SampleRecords.cart("e-1", "c-1", TEN));
    Configuration settings =
        Environments.replay(1).set(StateBackendOptions.STATE_BACKEND, "hashmap");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(settings);

    assertThatThrownBy(() -> ReplayPipeline.build(env, spec(events, "out")))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("state.backend.type: rocksdb (is hashmap)");
  }

  private Path events(String... lines) throws IOException {
    return Files.write(folder.resolve("events.jsonl"), List.of(lines));
  }

  private static List<String> randomStream(long seed) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String customer = "c-" + random.nextInt(60);
      long time = TEN + i * 5_000L - random.nextInt(20_000);
      String id = "e-" + (random.nextInt(50) == 0 ? Math.max(0, i - 1) : i);
      lines.add(
          random.nextInt(3) == 0
              ? SampleRecords.order(id, customer, time)
              : SampleRecords.cart(id, customer, time));
    }
    lines.add(lines.get(lines.size() - 1));
    return lines;
  }

  private ReplaySpec spec(Path events, String out) {
    RulebookDocument rulebook = SampleRecords.RULEBOOK;
    return new ReplaySpec(
        events, rulebook, Sensing.ON, Optional.empty(), OptionalLong.empty(), folder.resolve(out));
  }

  private Replayed replay(Path events, int parallelism, String out) throws Exception {
    return Replayed.of(spec(events, out), parallelism);
  }
}
