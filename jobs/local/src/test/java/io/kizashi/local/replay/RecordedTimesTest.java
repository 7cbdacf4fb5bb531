package io.kizashi.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.local.replay.Replay.Play;
import io.kizashi.schema.Rfc3339;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedTimesTest {
  private static final long MARCH = Rfc3339.parse("2026-03-01T10:00:00Z").orElseThrow();
  private static final long FAR = Rfc3339.parse("2028-03-01T10:00:00Z").orElseThrow();
  private static final long SECOND = 1_000;
  private static final long DAY = 86_400 * SECOND;
  private static final long MONTH = 30 * DAY;

  @TempDir Path folder = Path.of("");

  @Test
  void aTimeIsReadWhereverItStandsAndALineWithoutOneHasNone() throws IOException {
    RecordedTimes times =
        times(
            line(MARCH),
            "{\"properties\":{\"time\":\"2028-03-01T10:00:00Z\"},\"time\":\"2026-03-01T10:00:01Z\"}",
            "{\"time\":" + (MARCH + 3 * SECOND) + "}",
            "{\"time\":true}",
            "no JSON",
            "",
            "{\"time\":\"2026-03-01T10:00:02Z\"} and more");

    assertThat(times.all())
        .containsExactly(
            MARCH,
            MARCH + SECOND,
            MARCH + 3 * SECOND,
            RecordedTimes.NONE,
            RecordedTimes.NONE,
            RecordedTimes.NONE,
            MARCH + 2 * SECOND);
  }

  @Test
  void whatComesLaterThanTheDisorderIsCountedWithTheWorst() throws IOException {
    RecordedTimes times =
        times(line(MARCH), line(MARCH + DAY), line(MARCH + DAY - 10 * SECOND), line(MARCH), "x");

    InputOrder order = times.order(Play.AS_RECORDED, 10 * SECOND, FAR);

    assertThat(order).isEqualTo(new InputOrder(Play.AS_RECORDED, 4, 1, DAY, 10 * SECOND, 0, FAR));
    assertThat(order.asText())
        .singleElement()
        .asString()
        .startsWith("1 of 4 come more than 10s late, by up to 24h:")
        .contains("--sort");
    assertThat(times.order(Play.BY_TIME, 10 * SECOND, FAR).asText())
        .singleElement()
        .asString()
        .endsWith("by up to 24h: played by time all the same");
    assertThat(times(line(MARCH), line(MARCH)).order(Play.AS_RECORDED, 0, FAR).asText()).isEmpty();
  }

  @Test
  void aFewBeyondAllOthersAreNotBelievedWhereOthersFollow() throws IOException {
    RecordedTimes first = times(line(FAR), line(MARCH), line(MARCH + DAY));
    assertThat(first.believed(MONTH)).hasValue(MARCH + DAY);
    InputOrder order = first.order(Play.BY_TIME, 0, MARCH + DAY);
    assertThat(order.late()).isZero();
    assertThat(order.asText())
        .singleElement()
        .asString()
        .startsWith("1 set aside as in the future, later than 2026-03-02T10:00:00.000Z;");

    assertThat(times(line(MARCH), line(MARCH + DAY), line(FAR)).believed(MONTH))
        .as("nothing follows that would count as too late")
        .isEmpty();
    assertThat(times(line(MARCH + DAY), line(MARCH)).believed(MONTH))
        .as("nothing is too late for what the rules remember")
        .isEmpty();
  }

  @Test
  void oneInAHundredIsASlipAndMoreAreNot() throws IOException {
    assertThat(times(wrong(2, 198)).believed(MONTH)).hasValue(MARCH);
    assertThat(times(wrong(3, 197)).believed(MONTH)).isEmpty();
  }

  private static String[] wrong(int far, int others) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < far; i++) {
      lines.add(line(FAR + i * DAY));
    }
    for (int i = 0; i < others; i++) {
      lines.add(line(MARCH));
    }
    return lines.toArray(String[]::new);
  }

  @Test
  void sortedLinesKeepTheirNumbersAndThoseOfOneTimeTheirOrder() throws IOException {
    Path events =
        Files.writeString(
            folder.resolve("e.jsonl"),
            String.join("\n", line(MARCH + DAY), "damaged", line(MARCH), "", line(MARCH)));
    Path sorted = folder.resolve("sorted.jsonl");

    SortedRecording.write(events, RecordedTimes.of(events), sorted);

    assertThat(Files.readAllLines(sorted))
        .containsExactly(
            "3\t" + line(MARCH),
            "4\t",
            "5\t" + line(MARCH),
            "1\t" + line(MARCH + DAY),
            "2\tdamaged");
  }

  @Test
  void anEmptyFileStaysEmpty() throws IOException {
    Path events = Files.createFile(folder.resolve("e.jsonl"));
    Path sorted = folder.resolve("sorted.jsonl");

    SortedRecording.write(events, RecordedTimes.of(events), sorted);

    assertThat(sorted).isEmptyFile();
    assertThat(RecordedTimes.of(events).believed(MONTH)).isEmpty();
  }

  private RecordedTimes times(String... lines) throws IOException {
    return RecordedTimes.of(Files.write(folder.resolve("events.jsonl"), List.of(lines)));
  }

  private static String line(long time) {
    return "{\"id\":\"e\",\"time\":\"" + Rfc3339.format(time) + "\"}";
  }
}
