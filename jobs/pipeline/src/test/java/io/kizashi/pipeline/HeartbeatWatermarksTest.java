package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.flink.RawRecord;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.TouchpointJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class HeartbeatWatermarksTest {
  private static final long TEN = SampleRecords.TEN;

  private final Emitted emitted = new Emitted();

  @Test
  void onlyAHeartbeatProvesTime() {
    HeartbeatWatermarks time = HeartbeatWatermarks.strict();

    time.onEvent(record(SampleRecords.cart("e-1", "c-1", TEN + 500), TEN), TEN, emitted);
    time.onEvent(record("{\"type\":\"heartbeat\",\"time\":\"soon\"}", TEN), TEN, emitted);
    time.onPeriodicEmit(emitted);
    assertThat(emitted.marks).isEmpty();

    time.onEvent(heartbeat(TEN), TEN, emitted);
    assertThat(emitted.marks).containsExactly(TEN - 1);
  }

  @Test
  void aHeartbeatFarAheadOfItsRecordProvesNothingUnlessItIsTheLastOfItsStream() {
    HeartbeatWatermarks time = HeartbeatWatermarks.strict();
    long ahead = TEN + Bounds.FUTURE_MILLIS + 1;
    byte[] last = TouchpointJson.encodeLastHeartbeat(ahead);

    time.onEvent(heartbeat(ahead), TEN, emitted);
    assertThat(emitted.marks).isEmpty();

    time.onEvent(heartbeat(ahead - 1), TEN, emitted);
    time.onEvent(new RawRecord(last, "touchpoints", 0, 1, TEN), TEN, emitted);
    assertThat(emitted.marks).containsExactly(ahead - 2, ahead - 1);
  }

  @Test
  void timeNeverGoesBack() {
    HeartbeatWatermarks time = HeartbeatWatermarks.strict();

    time.onEvent(heartbeat(TEN), TEN, emitted);
    time.onEvent(heartbeat(TEN - 10), TEN, emitted);
    time.onEvent(heartbeat(TEN + 10), TEN, emitted);

    assertThat(emitted.marks).containsExactly(TEN - 1, TEN + 9);
  }

  @Test
  void aTouchpointThatSpeaksOfHeartbeatsIsNone() {
    HeartbeatWatermarks time = HeartbeatWatermarks.strict();
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

  private static RawRecord heartbeat(long time) {
    return new RawRecord(TouchpointJson.encodeHeartbeat(time), "touchpoints", 0, 1, TEN);
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
