package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.flink.RawRecord;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding.Heartbeat.Meaning;
import io.kizashi.schema.TimeSources;
import io.kizashi.schema.TouchpointJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class HeartbeatWatermarksTest {
  private static final long TEN = SampleRecords.TEN;

  private final Emitted emitted = new Emitted();

  @Test
  void onlyAHeartbeatProvesTime() {
    HeartbeatWatermarks time = strict(TimeSources.ANY);

    time.onEvent(record(SampleRecords.cart("e-1", "c-1", TEN + 500), TEN), TEN, emitted);
    time.onEvent(record("{\"type\":\"heartbeat\",\"time\":\"soon\"}", TEN), TEN, emitted);
    time.onPeriodicEmit(emitted);
    assertThat(emitted.marks).isEmpty();

    time.onEvent(heartbeat(TEN), TEN, emitted);
    assertThat(emitted.marks).containsExactly(TEN - 1);
  }

  @Test
  void aHeartbeatFarAheadOfItsRecordProvesNothingUnlessItIsTheLastOfAFiniteStream() {
    HeartbeatWatermarks time = strict(TimeSources.ending("feed"));
    long ahead = TEN + Bounds.FUTURE_MILLIS + 1;

    time.onEvent(heartbeat(ahead, "feed"), TEN, emitted);
    time.onEvent(end(ahead, "shop"), TEN, emitted);
    assertThat(emitted.marks).isEmpty();

    time.onEvent(heartbeat(ahead - 1, "feed"), TEN, emitted);
    time.onEvent(end(ahead, "feed"), TEN, emitted);
    assertThat(emitted.marks).containsExactly(ahead - 2, ahead - 1);
  }

  @Test
  void timeIsTheLeastThatTheDeclaredSourcesHaveProven() {
    HeartbeatWatermarks time = strict(declared("shop", "crm"));

    time.onEvent(heartbeat(TEN, "shop"), TEN, emitted);
    time.onEvent(heartbeat(TEN + 5, "till"), TEN, emitted);
    time.onEvent(heartbeat(TEN + 5, ""), TEN, emitted);
    assertThat(emitted.marks).as("nobody declared the others").isEmpty();

    time.onEvent(heartbeat(TEN - 7, "crm"), TEN, emitted);
    time.onEvent(heartbeat(TEN + 9, "shop"), TEN, emitted);
    time.onEvent(heartbeat(TEN + 2, "crm"), TEN, emitted);
    assertThat(emitted.marks).containsExactly(TEN - 8, TEN + 1);
  }

  @Test
  void withoutDeclaredSourcesAllCountAsOneWhateverTheyName() {
    HeartbeatWatermarks time = strict(TimeSources.ANY);

    time.onEvent(heartbeat(TEN, "shop"), TEN, emitted);
    time.onEvent(heartbeat(TEN + 1, ""), TEN, emitted);

    assertThat(emitted.marks).containsExactly(TEN - 1, TEN);
  }

  @Test
  void aFiniteSourceThatHasEndedHoldsUpNobody() {
    TimeSources sources = new TimeSources(Set.of("shop", "backfill"), Set.of("backfill"));
    HeartbeatWatermarks time = strict(sources);

    time.onEvent(heartbeat(TEN, "shop"), TEN, emitted);
    time.onEvent(end(TEN - 9_000, "backfill"), TEN, emitted);
    time.onEvent(heartbeat(TEN + 7, "shop"), TEN, emitted);

    assertThat(emitted.marks).containsExactly(TEN - 1, TEN + 6);
  }

  @Test
  void whenAllHaveEndedTheFarthestEndIsTheTime() {
    Set<String> both = Set.of("north", "south");
    HeartbeatWatermarks time = strict(new TimeSources(both, both));

    time.onEvent(end(TEN + 9, "north"), TEN, emitted);
    assertThat(emitted.marks).isEmpty();
    time.onEvent(end(TEN + 3, "south"), TEN, emitted);

    assertThat(emitted.marks).containsExactly(TEN + 8);
  }

  @Test
  void theEndOfASourceThatIsNotFiniteIsAHeartbeatLikeAnother() {
    HeartbeatWatermarks time = strict(declared("shop", "crm"));

    time.onEvent(end(TEN, "crm"), TEN, emitted);
    time.onEvent(heartbeat(TEN + 9, "shop"), TEN, emitted);

    assertThat(emitted.marks).containsExactly(TEN - 1);
  }

  @Test
  void timeNeverGoesBack() {
    HeartbeatWatermarks time = strict(TimeSources.ANY);

    time.onEvent(heartbeat(TEN), TEN, emitted);
    time.onEvent(heartbeat(TEN - 10), TEN, emitted);
    time.onEvent(heartbeat(TEN + 10), TEN, emitted);

    assertThat(emitted.marks).containsExactly(TEN - 1, TEN + 9);
  }

  @Test
  void aTouchpointThatSpeaksOfHeartbeatsIsNone() {
    HeartbeatWatermarks time = strict(TimeSources.ANY);
    String told =
        "{\"id\":\"e-1\",\"type\":\"said\",\"customer\":\"c\",\"time\":1772359200000,"
            + "\"text\":\"heartbeat\"}";

    time.onEvent(record(told, TEN), TEN, emitted);

    assertThat(emitted.marks).isEmpty();
  }

  @Test
  void byArrivalEveryRecordProvesItsOwnTimestamp() {
    HeartbeatWatermarks time = HeartbeatWatermarks.byArrival();

    time.onEvent(record("damaged", TEN), TEN, emitted);
    time.onEvent(record(SampleRecords.cart("e-1", "c-1", TEN - 500), TEN + 1), TEN + 1, emitted);

    assertThat(emitted.marks).containsExactly(TEN - 1, TEN);
  }

  @Test
  void whoIsRetiredIsWaitedForNoMore() {
    HeartbeatWatermarks time = strict(declared("shop", "crm"));
    time.onEvent(heartbeat(TEN, "shop"), TEN, emitted);
    time.onEvent(heartbeat(TEN - 9, "crm"), TEN, emitted);

    byte[] retired = TouchpointJson.encodeHeartbeat(TEN - 5, "crm", Meaning.RETIRED);
    time.onEvent(new RawRecord(retired, "touchpoints", 0, 1, TEN), TEN, emitted);
    time.onEvent(heartbeat(TEN - 3, "crm"), TEN, emitted);
    time.onEvent(heartbeat(TEN + 2, "shop"), TEN, emitted);

    assertThat(emitted.marks).containsExactly(TEN - 10, TEN - 1, TEN + 1);
  }

  @Test
  void whoWasRetiredBeforeTheStartIsNotWaitedForAndProvesNothingAlone() {
    HeartbeatWatermarks time = HeartbeatWatermarks.strict(declared("shop", "crm"), Set.of("crm"));

    time.onEvent(heartbeat(TEN, "crm"), TEN, emitted);
    assertThat(emitted.marks).isEmpty();
    time.onEvent(heartbeat(TEN, "shop"), TEN, emitted);
    assertThat(emitted.marks).containsExactly(TEN - 1);
  }

  private static HeartbeatWatermarks strict(TimeSources sources) {
    return HeartbeatWatermarks.strict(sources, Set.of());
  }

  private static TimeSources declared(String... sources) {
    return new TimeSources(Set.of(sources), Set.of());
  }

  private static RawRecord heartbeat(long time) {
    return heartbeat(time, "");
  }

  private static RawRecord heartbeat(long time, String source) {
    return new RawRecord(TouchpointJson.encodeHeartbeat(time, source), "touchpoints", 0, 1, TEN);
  }

  private static RawRecord end(long time, String source) {
    byte[] end = TouchpointJson.encodeHeartbeat(time, source, Meaning.END);
    return new RawRecord(end, "touchpoints", 0, 1, TEN);
  }

  private static RawRecord record(String text, long timestamp) {
    return new RawRecord(text.getBytes(StandardCharsets.UTF_8), "touchpoints", 0, 1, timestamp);
  }

  /** Notes what is emitted. */
  private static final class Emitted implements WatermarkOutput {
    private final List<Long> marks = new ArrayList<>();

    @Override
    public void emitWatermark(Watermark watermark) {
      marks.add(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {
      throw new AssertionError("nothing is ever idle");
    }

    @Override
    public void markActive() {
      throw new AssertionError("nothing is ever idle");
    }
  }
}
