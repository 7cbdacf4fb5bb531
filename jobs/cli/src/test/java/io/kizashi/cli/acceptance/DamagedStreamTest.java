package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.flink.Count;
import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.schema.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DamagedStreamTest {
  private static final int TOUCHPOINTS = 20_000;
  private static final List<DamagedLines> KINDS = List.of(DamagedLines.values());
  private static final int ONE_IN = 100;
  private static final int DAMAGED = TOUCHPOINTS / ONE_IN;
  private static final ShopStream STREAM =
      new ShopStream(20_250_307, TOUCHPOINTS, 500, Duration.ofSeconds(20), 2);

  private final Path folder;
  private final Path rules;
  private final Path sound;
  private final Path damaged;

  /** What was damaged, by the number of its line from 1. */
  private final Map<Long, DamagedLines> damageByLine = new HashMap<>();

  /** What was damaged, by the digest of its bytes; all empty records are alike. */
  private final Map<String, DamagedLines> damageByDigest = new HashMap<>();

  private final int lines;

  DamagedStreamTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.rules = ShopStream.rules(folder, "at-once");
    this.sound = STREAM.write(folder.resolve("sound.jsonl"));
    this.damaged = folder.resolve("damaged.jsonl");
    this.lines = damage();
  }

  /** Puts a damaged record behind every hundredth sound one, each kind in its turn. */
  private int damage() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long line = 0;
    int number = 0;
    for (String text : STREAM.lines()) {
      line(out, text.getBytes(StandardCharsets.UTF_8));
      line++;
      if (line % ONE_IN == 0 && number < DAMAGED) {
        DamagedLines kind = KINDS.get(number % KINDS.size());
        OutputLine sane = OutputLine.of(text);
        byte[] record = kind.record(number++, sane.get("customer"), sane.get("time"));
        line(out, record);
        damageByLine.put(++line, kind);
        damageByDigest.put(Sha256.hex(record), kind);
      }
    }
    Files.write(damaged, out.toByteArray());
    return Math.toIntExact(line);
  }

  private static void line(ByteArrayOutputStream out, byte[] bytes) {
    out.writeBytes(bytes);
    out.write('\n');
  }

  @Test
  void aReplayRejectsWhatIsDamagedAndDecidesAsIfItWereNotThere() {
    String asOf = ShopStream.START.plus(ShopStream.LENGTH).toString();

    ReplayedOutput expected = ReplayedOutput.of(sound, rules, folder.resolve("sound"), 2);
    ReplayedOutput actual =
        ReplayedOutput.of(damaged, rules, folder.resolve("damaged"), 2, "--as-of", asOf);

    assertThat(expected.moments()).hasSizeGreaterThan(1_000);
    assertThat(actual.text("moments")).isEqualTo(expected.text("moments"));
    assertThat(actual.text("recommendations")).isEqualTo(expected.text("recommendations"));
    assertThat(actual.rejected()).hasSize(DAMAGED);
    Map<Long, String> codes = new HashMap<>();
    actual.rejected().forEach(l -> codes.put(l.json().path("offset").asLong(), l.get("code")));
    damageByLine.forEach(
        (line, kind) -> assertThat(codes).as(kind.name()).containsEntry(line, kind.code().wire()));
    assertThat(actual.summary().path("read").asInt()).isEqualTo(lines);
    assertThat(actual.summary().path("rejected").asInt()).isEqualTo(DAMAGED);
    assertThat(actual.summary().path("folded")).isEqualTo(expected.summary().path("folded"));
    assertThat(OutputSchema.of("rejected").problems(actual.rejected())).isEmpty();
  }

  @Test
  @Timeout(300)
  void aRunningEngineRejectsWhatIsDamagedAndNeverRestarts() throws IOException {
    ReplayedOutput expected = ReplayedOutput.of(sound, rules, folder.resolve("sound"), 2);
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      LiveRun live =
          LiveRun.of(kafka.bootstrap(), "", damaged, rules, folder.resolve("checkpoints"));

      assertThat(OutputLine.standing(live.moments()))
          .isEqualTo(OutputLine.standing(expected.moments()));
      assertRejected(live);
      assertThat(live.count(Count.READ)).isEqualTo(lines);
      assertThat(live.count(Count.REJECTED)).isEqualTo(DAMAGED);
      assertThat(live.count(Count.FOLDED)).isEqualTo(TOUCHPOINTS);
      assertThat(live.count(Count.LATE)).isZero();
      assertThat(live.beginnings()).hasSize(Engine.TASKS);
      assertThat(OutputSchema.of("rulebook-status").problems(live.beginnings())).isEmpty();
    }
  }

  /** Each names a place of the topic where the very bytes lie that it rejects, and each another. */
  private void assertRejected(LiveRun live) {
    Map<String, byte[]> records = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : live.touchpoints()) {
      records.put(record.partition() + "-" + record.offset(), record.value());
    }
    Map<DamagedLines, Integer> found = new HashMap<>();
    for (OutputLine line : live.rejected()) {
      String place = line.get("partition") + "-" + line.get("offset");
      byte[] record = Objects.requireNonNull(records.remove(place), line.text());
      assertThat(line.get("sha256")).isEqualTo(Sha256.hex(record));
      assertThat(line.json().path("length").asInt()).isEqualTo(record.length);
      DamagedLines kind =
          Objects.requireNonNull(damageByDigest.get(line.get("sha256")), line.text());
      assertThat(line.get("code")).isEqualTo(kind.code().wire());
      found.merge(kind, 1, Integer::sum);
    }
    assertThat(found).hasSize(KINDS.size());
    assertThat(found.values()).containsOnly(DAMAGED / KINDS.size());
  }
}
