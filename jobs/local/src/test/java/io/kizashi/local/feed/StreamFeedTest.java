package io.kizashi.local.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.Decoding.Heartbeat.Meaning;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.TouchpointJson;
import io.kizashi.terminal.InputFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamFeedTest {
  private static final long TEN = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
  private static final long MINUTE = 60_000;

  @TempDir Path folder = Path.of("");

  private final FakeClock clock = new FakeClock();
  private final FakeOutlet outlet = new FakeOutlet();

  @Test
  void oneCustomersRecordsKeepTheirOrderInOnePartition() throws IOException {
    feed(Speed.MAX, line("a", "c-1", TEN), line("b", "c-2", TEN), line("c", "c-1", TEN));
    List<Sent> ofOne = outlet.records().stream().filter(s -> "c-1".equals(s.key())).toList();
    assertThat(ofOne).hasSize(2).extracting(Sent::partition).containsOnly(ofOne.get(0).partition());
    assertThat(ofOne.get(0).value()).contains("\"a\"");
  }

  @Test
  void damagedLinesAreSentAsTheyAreAndMoveNoTime() throws IOException {
    FeedSummary summary =
        feed(Speed.MAX, line("a", "c-1", TEN), "{\"id\":", "", line("b", "c-1", Bounds.LATEST));
    assertThat(outlet.records()).extracting(Sent::value).contains("{\"id\":", "");
    assertThat(summary.records()).isEqualTo(4);
    assertThat(summary.damaged()).isEqualTo(3);
    assertThat(summary.streamTime()).isEqualTo(TEN);
  }

  @Test
  void theLastHeartbeatIsPastEveryDeadlineInEveryPartition() throws IOException {
    feed(Speed.MAX, line("a", "c-1", TEN));
    List<Sent> last = outlet.sent.subList(outlet.sent.size() - 3, outlet.sent.size());
    assertThat(last).extracting(Sent::partition).containsExactly(0, 1, 2);
    assertThat(last).extracting(Sent::isEnd).containsOnly(true);
    assertThat(last)
        .extracting(Sent::heartbeat)
        .allMatch(time -> time > TEN + Duration.ofDays(Bounds.LOOKAHEAD_DAYS).toMillis());
    assertThat(Bounds.LOOKAHEAD_DAYS).isGreaterThan(Bounds.DEADLINE_DAYS + Bounds.HISTORY_DAYS);
  }

  @Test
  void amongOthersNothingIsEnded() throws IOException {
    Feeder among = new Feeder("sample", Feeder.Company.AMONG_OTHERS);
    FeedSummary summary = feed(among, Speed.MAX, line("a", "c-1", TEN));
    assertThat(outlet.heartbeats()).isNotEmpty().noneMatch(Sent::isEnd);
    assertThat(outlet.heartbeats()).allMatch(sent -> sent.value().contains("sample"));
    assertThat(summary.provenTime()).isEqualTo(TEN);
  }

  @Test
  void aRecordedEndEndsNothing() throws IOException {
    byte[] end = TouchpointJson.encodeHeartbeat(TEN + 9_000 * MINUTE, "other", Meaning.END);
    FeedSummary summary =
        feed(Speed.MAX, line("a", "c-1", TEN), new String(end, StandardCharsets.UTF_8));
    assertThat(summary.records()).isEqualTo(1);
    assertThat(summary.streamTime()).isEqualTo(TEN);
  }

  @Test
  void aHeartbeatNeverProvesTimeThatARecordBehindItStillHas() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      lines.add(line("e" + i, "c-" + i % 100, TEN + i * 1_000L));
    }
    feed(Speed.MAX, lines.toArray(String[]::new));
    long proven = Long.MIN_VALUE;
    for (Sent sent : outlet.sent) {
      if (sent.heartbeat() != Long.MIN_VALUE) {
        proven = sent.heartbeat();
      } else {
        assertThat(sent.time()).isGreaterThanOrEqualTo(proven);
      }
    }
    assertThat(outlet.heartbeats()).hasSizeGreaterThanOrEqualTo(3 * 6);
  }

  @Test
  void aPacedFeedKeepsTheStreamsPaceAndItsTimePassesInSilenceToo() throws IOException {
    feed(new Speed(60), line("a", "c-1", TEN), line("b", "c-1", TEN + 2 * MINUTE));
    assertThat(clock.now - FakeClock.START).isBetween(2_000L, 2_100L);
    List<Sent> beats = outlet.heartbeats().stream().filter(s -> s.partition() == 0).toList();
    assertThat(beats).hasSizeGreaterThanOrEqualTo(20);
    for (int i = 1; i < beats.size(); i++) {
      assertThat(beats.get(i).at() - beats.get(i - 1).at())
          .isLessThanOrEqualTo(FeedHeartbeats.APART_MILLIS);
    }
    assertThat(beats).extracting(Sent::heartbeat).isSorted();
    assertThat(beats.get(beats.size() / 2).heartbeat()).isBetween(TEN + 1, TEN + 2 * MINUTE);
  }

  @Test
  void recordedHeartbeatsCountAsTimeAndAreNotSent() throws IOException {
    String heartbeat =
        new String(TouchpointJson.encodeHeartbeat(TEN + MINUTE), StandardCharsets.UTF_8);
    FeedSummary summary = feed(Speed.MAX, line("a", "c-1", TEN), heartbeat);
    assertThat(summary.records()).isEqualTo(1);
    assertThat(summary.streamTime()).isEqualTo(TEN + MINUTE);
  }

  @Test
  void aLineBeyondEveryBrokersBoundIsNamed() throws IOException {
    Path events = folder.resolve("long.jsonl");
    Files.write(events, new byte[9 * 1024 * 1024]);
    assertThatThrownBy(
            () ->
                new StreamFeed(events, Speed.MAX, Feeder.ALONE, outlet, clock, soFar -> {})
                    .publish())
        .isInstanceOf(InputFault.class)
        .hasMessageContaining("long.jsonl:1:1: the line is longer than");
  }

  @Test
  void speedsReadAsPeopleWriteThem() {
    assertThat(Speed.parse("60x").factor()).isEqualTo(60);
    assertThat(Speed.parse("0.5x").factor()).isEqualTo(0.5);
    assertThat(Speed.parse("max").unpaced()).isTrue();
    assertThatThrownBy(() -> Speed.parse("0x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Speed.parse("-1x")).isInstanceOf(IllegalArgumentException.class);
  }

  private FeedSummary feed(Speed speed, String... lines) throws IOException {
    return feed(Feeder.ALONE, speed, lines);
  }

  private FeedSummary feed(Feeder feeder, Speed speed, String... lines) throws IOException {
    Path events = folder.resolve("events.jsonl");
    Files.writeString(events, String.join("\n", lines) + "\n");
    return new StreamFeed(events, speed, feeder, outlet, clock, soFar -> {}).publish();
  }

  private static String line(String id, String customer, long time) {
    return "{\"id\":\"%s\",\"type\":\"page_viewed\",\"time\":\"%s\",\"customer\":\"%s\"}"
        .formatted(id, Rfc3339.format(time), customer);
  }

  private static final class FakeClock implements WallClock {
    static final long START = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();

    long now = START;

    @Override
    public long now() {
      return now;
    }

    @Override
    public void sleep(long millis) {
      now += millis;
    }
  }

  /** What was sent, and when. */
  private record Sent(int partition, @Nullable String key, String value, long at) {
    long heartbeat() {
      return decoded() instanceof Decoding.Heartbeat h ? h.time() : Long.MIN_VALUE;
    }

    long time() {
      return decoded() instanceof Decoding.Decoded d ? d.touchpoint().time() : Long.MAX_VALUE;
    }

    boolean isEnd() {
      return decoded() instanceof Decoding.Heartbeat h && h.isEnd();
    }

    private Decoding decoded() {
      return TouchpointJson.decode(value.getBytes(StandardCharsets.UTF_8), 0, Bounds.LATEST);
    }
  }

  private final class FakeOutlet implements Outlet {
    final List<Sent> sent = new ArrayList<>();

    @Override
    public int partitions() {
      return 3;
    }

    @Override
    public void send(int partition, byte @Nullable [] key, byte[] value) {
      String name = key == null ? null : new String(key, StandardCharsets.UTF_8);
      sent.add(new Sent(partition, name, new String(value, StandardCharsets.UTF_8), clock.now));
    }

    @Override
    public void close() {}

    List<Sent> records() {
      return sent.stream()
          .filter(s -> s.heartbeat() == Long.MIN_VALUE)
          .collect(Collectors.toList());
    }

    List<Sent> heartbeats() {
      return sent.stream()
          .filter(s -> s.heartbeat() != Long.MIN_VALUE)
          .collect(Collectors.toList());
    }
  }
}
