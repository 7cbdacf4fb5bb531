package io.kizashi.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.flink.Arrival.Reached;
import io.kizashi.flink.Arrival.Touched;
import io.kizashi.flink.proof.RetiredSources;
import io.kizashi.flink.recall.InputEnds;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding.Heartbeat.Meaning;
import io.kizashi.schema.Placeholders;
import io.kizashi.schema.TimeSources;
import io.kizashi.schema.TouchpointJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DecodeOperatorTest {
  private static final long TEN = Records.TEN;
  private static final int KEY_GROUPS = 16;

  @Test
  void aGoodRecordBecomesATouchpointWithItsOrigin() throws Exception {
    try (Decode decode = new Decode(live(InputEnds.UNKNOWN))) {
      decode.feed(Records.cart("e-1", "c-1", TEN), 7);

      assertThat(decode.touchpoints())
          .extracting(arrived -> arrived.origin() + " " + arrived.key())
          .containsExactly("touchpoints-0-7 c/c-1");
      assertThat(decode.counts()).isEqualTo("read 1 rejected 0");
    }
  }

  @Test
  void aDamagedRecordIsRejectedWithItsHashAndHead() throws Exception {
    try (Decode decode = new Decode(live(InputEnds.UNKNOWN))) {
      decode.feed("{\"id\":", 8);

      assertThat(decode.touchpoints()).isEmpty();
      assertThat(decode.rejected())
          .singleElement()
          .asString()
          .contains(
              "\"code\":\"bad_json\"", "\"offset\":8", "\"length\":6", "\"head\":\"eyJpZCI6\"")
          .containsPattern("\"sha256\":\"[0-9a-f]{64}\"");
      assertThat(decode.counts()).isEqualTo("read 1 rejected 1");
    }
  }

  @Test
  void ofALargeRecordOnlyTheHeadIsKept() throws Exception {
    try (Decode decode = new Decode(live(InputEnds.UNKNOWN))) {
      decode.feed("x".repeat(1_000_000), 9);

      String rejection = decode.rejected().get(0);
      assertThat(rejection).contains("\"code\":\"too_large\"", "\"length\":1000000");
      assertThat(rejection.length()).isLessThan(Bounds.REJECTED_BYTES * 3 / 2);
    }
  }

  @Test
  void aHeartbeatIsNeitherCountedNorPassedOn() throws Exception {
    try (Decode decode = new Decode(live(InputEnds.UNKNOWN))) {
      decode.heartbeat(TEN);

      assertThat(decode.touchpoints()).isEmpty();
      assertThat(decode.counts()).isEqualTo("read 0 rejected 0");
    }
  }

  @Test
  void liveATouchpointMayLieFiveMinutesBeyondItsRecord() throws Exception {
    try (Decode decode = new Decode(live(InputEnds.UNKNOWN))) {
      decode.feed(Records.cart("e-1", "c-1", TEN + Bounds.FUTURE_MILLIS), 1);
      decode.feed(Records.cart("e-2", "c-1", TEN + Bounds.FUTURE_MILLIS + 1), 2);

      assertThat(decode.touchpoints()).hasSize(1);
      assertThat(decode.rejected()).singleElement().asString().contains("in_the_future");
    }
  }

  @Test
  void liveTheSourceProvesTime() throws Exception {
    try (Decode decode = new Decode(live(InputEnds.UNKNOWN))) {
      decode.feed(Records.cart("e-1", "c-1", TEN), 1);
      decode.watermark(TEN - 50);

      assertThat(decode.watermarks()).containsExactly(TEN - 50);
    }
  }

  @Test
  void inAReplayEachRecordProvesTheTimeJustBelowTheNewest() throws Exception {
    try (Decode decode = new Decode(DecodeOperator.replay(Bounds.LATEST, Placeholders.USUAL))) {
      decode.feed(Records.cart("e-1", "c-1", TEN), 1);
      decode.feed(Records.cart("e-2", "c-1", TEN - 5), 2);
      decode.feed("damaged", 3);
      decode.heartbeat(TEN + 20);
      decode.watermark(TEN + 90);

      assertThat(decode.watermarks()).containsExactly(TEN - 1, TEN + 19);
    }
  }

  @Test
  void theEndOfAReplayPassesEveryDeadline() throws Exception {
    try (Decode decode = new Decode(DecodeOperator.replay(Bounds.LATEST, Placeholders.USUAL))) {
      decode.watermark(Long.MAX_VALUE);

      assertThat(decode.watermarks()).containsExactly(Long.MAX_VALUE);
    }
  }

  @Test
  void aReplayBelievesNothingBeyondItsAsOf() throws Exception {
    try (Decode decode = new Decode(DecodeOperator.replay(TEN, Placeholders.USUAL))) {
      decode.feed(Records.cart("e-1", "c-1", TEN), 1);
      decode.feed(Records.cart("e-2", "c-1", TEN + 1), 2);
      decode.heartbeat(TEN + 1);

      assertThat(decode.touchpoints()).hasSize(1);
      assertThat(decode.watermarks()).containsExactly(TEN - 1);
    }
  }

  @Test
  void atAFirstStartNobodyIsToldWhatHasBeenRead() throws Exception {
    try (Decode decode = new Decode(live(() -> Map.of(0, 8L)))) {
      decode.feed(Records.cart("e-1", "c-1", TEN), 7);

      assertThat(decode.reached()).isEmpty();
    }
  }

  @Test
  void afterARestartEveryKeyGroupIsToldWhenAPartitionIsReadToItsEnd() throws Exception {
    OperatorSubtaskState checkpoint;
    try (Decode before = new Decode(live(InputEnds.UNKNOWN))) {
      before.feed(Records.cart("e-1", "c-1", TEN), 7);
      checkpoint = before.snapshot();
    }
    // Of partition 1 nothing was ever read, and nothing lies in partition 2.
    InputEnds ends = () -> Map.of(0, 10L, 1, 3L, 2, 0L);
    try (Decode after = new Decode(live(ends), checkpoint)) {
      assertThat(after.reached()).containsOnlyKeys(2).containsValue(KEY_GROUPS);
      after.feed(Records.cart("e-2", "c-1", TEN), 8);
      assertThat(after.reached()).as("one is still to come").containsOnlyKeys(2);

      after.heartbeatAt(TEN + 1, 9);
      after.feed(Records.cart("e-3", "c-1", TEN), 10);

      assertThat(after.reached())
          .containsOnlyKeys(0, 2)
          .containsEntry(0, KEY_GROUPS)
          .containsEntry(2, KEY_GROUPS);
    }
  }

  @Test
  void whatWasReadBeforeTheCheckpointNeedsNoFurtherRecord() throws Exception {
    OperatorSubtaskState checkpoint;
    try (Decode before = new Decode(live(InputEnds.UNKNOWN))) {
      before.feed(Records.cart("e-1", "c-1", TEN), 7);
      checkpoint = before.snapshot();
    }
    try (Decode after = new Decode(live(() -> Map.of(0, 8L)), checkpoint)) {
      assertThat(after.reached()).containsOnlyKeys(0);
    }
  }

  @Test
  void anEndBeyondTheBoundIsRejectedUnlessItsSourceIsFinite() throws Exception {
    byte[] end =
        TouchpointJson.encodeHeartbeat(TEN + Bounds.FUTURE_MILLIS + 1, "feed", Meaning.END);
    TimeSources other = TimeSources.ending("backfill");
    try (Decode decode =
        new Decode(
            DecodeOperator.live(
                InputEnds.UNKNOWN, other, RetiredSources.NONE, Placeholders.USUAL))) {
      decode.feed(text(end), 1);
      assertThat(decode.rejected()).singleElement().asString().contains("in_the_future");
    }
    TimeSources finite = TimeSources.ending("feed");
    try (Decode decode =
        new Decode(
            DecodeOperator.live(
                InputEnds.UNKNOWN, finite, RetiredSources.NONE, Placeholders.USUAL))) {
      decode.feed(text(end), 1);
      assertThat(decode.counts()).isEqualTo("read 0 rejected 0");
    }
  }

  @Test
  void heartbeatsOfASourceThatNobodyDeclaredAreCounted() throws Exception {
    TimeSources shop = new TimeSources(Set.of("shop"), Set.of());
    try (Decode decode =
        new Decode(
            DecodeOperator.live(
                InputEnds.UNKNOWN, shop, RetiredSources.NONE, Placeholders.USUAL))) {
      decode.feed(text(TouchpointJson.encodeHeartbeat(TEN, "shop")), 1);
      decode.feed(text(TouchpointJson.encodeHeartbeat(TEN, "crm")), 2);
      decode.heartbeat(TEN);

      assertThat(decode.count("undeclaredHeartbeats")).isEqualTo(2L);
      assertThat(decode.counts()).isEqualTo("read 0 rejected 0");
    }
  }

  @Test
  void whoIsNobodyHereIsRejectedLiveAndInAReplay() throws Exception {
    Placeholders nobody = Placeholders.USUAL.and("n.n.");
    for (DecodeOperator operator :
        List.of(
            DecodeOperator.live(InputEnds.UNKNOWN, TimeSources.ANY, RetiredSources.NONE, nobody),
            DecodeOperator.replay(Bounds.LATEST, nobody))) {
      try (Decode decode = new Decode(operator)) {
        decode.feed(Records.cart("e-1", "N.N.", TEN), 1);
        decode.feed(Records.cart("e-2", "null", TEN), 2);
        decode.feed(Records.cart("e-3", "n.n.1", TEN), 3);

        assertThat(decode.touchpoints()).hasSize(1);
        assertThat(decode.counts()).isEqualTo("read 3 rejected 2");
      }
    }
  }

  private static DecodeOperator live(InputEnds ends) {
    return DecodeOperator.live(ends, TimeSources.ANY, RetiredSources.NONE, Placeholders.USUAL);
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  /** The operator under test. */
  private static final class Decode implements AutoCloseable {
    private final OneInputStreamOperatorTestHarness<RawRecord, Arrival> harness;

    Decode(DecodeOperator operator) throws Exception {
      harness = harness(operator);
      harness.open();
    }

    /** One that goes on from a checkpoint. */
    Decode(DecodeOperator operator, OperatorSubtaskState checkpoint) throws Exception {
      harness = harness(operator);
      harness.initializeState(checkpoint);
      harness.open();
    }

    private static OneInputStreamOperatorTestHarness<RawRecord, Arrival> harness(
        DecodeOperator operator) throws Exception {
      var harness =
          new OneInputStreamOperatorTestHarness<RawRecord, Arrival>(operator, KEY_GROUPS, 1, 0);
      var settings = harness.getExecutionConfig().getSerializerConfig();
      harness.setup(Streams.ARRIVALS.createSerializer(settings));
      return harness;
    }

    OperatorSubtaskState snapshot() throws Exception {
      return harness.snapshot(1, 1);
    }

    /** By partition, to how many key groups it was told that it is read to its end. */
    Map<Integer, Integer> reached() {
      Map<Integer, Set<Integer>> groups = new TreeMap<>();
      for (Arrival arrival : harness.extractOutputValues()) {
        if (arrival instanceof Reached reached) {
          groups
              .computeIfAbsent(reached.partition(), it -> new HashSet<>())
              .add(KeyGroupRangeAssignment.assignToKeyGroup(reached.key(), KEY_GROUPS));
        }
      }
      Map<Integer, Integer> sizes = new TreeMap<>();
      groups.forEach((partition, told) -> sizes.put(partition, told.size()));
      return sizes;
    }

    void heartbeatAt(long time, long offset) throws Exception {
      byte[] bytes = TouchpointJson.encodeHeartbeat(time);
      harness.processElement(
          new StreamRecord<>(new RawRecord(bytes, "touchpoints", 0, offset, TEN)));
    }

    void feed(String json, long offset) throws Exception {
      harness.processElement(new StreamRecord<>(Records.raw(json, offset, TEN)));
    }

    void heartbeat(long time) throws Exception {
      byte[] bytes = TouchpointJson.encodeHeartbeat(time);
      harness.processElement(new StreamRecord<>(new RawRecord(bytes, "touchpoints", 0, 99, TEN)));
    }

    void watermark(long time) throws Exception {
      harness.processWatermark(new Watermark(time));
    }

    List<Touched> touchpoints() throws Exception {
      List<Touched> touched = new ArrayList<>();
      for (Arrival arrival : harness.extractOutputValues()) {
        touched.add((Touched) arrival);
      }
      return touched;
    }

    List<String> rejected() {
      return harness.getSideOutput(Streams.REJECTED).stream()
          .map(record -> new String(record.getValue().value(), StandardCharsets.UTF_8))
          .toList();
    }

    List<Long> watermarks() {
      return harness.getOutput().stream()
          .filter(Watermark.class::isInstance)
          .map(mark -> ((Watermark) mark).getTimestamp())
          .toList();
    }

    String counts() {
      return "read %s rejected %s".formatted(count("read"), count("rejected"));
    }

    Object count(String name) {
      var accumulators = harness.getEnvironment().getAccumulatorRegistry().getUserMap();
      return Objects.requireNonNull(accumulators.get(name)).getLocalValue();
    }

    @Override
    public void close() {
      try {
        harness.close();
      } catch (Exception e) { // what the harness declares
        throw new AssertionError("the operator does not close", e);
      }
    }
  }
}
