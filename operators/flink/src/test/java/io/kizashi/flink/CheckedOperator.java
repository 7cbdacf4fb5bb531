package io.kizashi.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.flink.control.ControlsSoFar;
import io.kizashi.flink.recall.SaidLog;
import io.kizashi.oracle.moments.CheckedEngine;
import io.kizashi.oracle.moments.ShownMoments;
import io.kizashi.schema.Control;
import io.kizashi.schema.Origin;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** The engine's Flink operator, thrown away after every input and restored from a snapshot. */
public final class CheckedOperator implements CheckedEngine {
  private static final int MAX_PARALLELISM = 720;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RulebookDocument document;
  private final Map<String, ShownMoments> standing = new TreeMap<>();
  private final List<String> recommendations = new ArrayList<>();
  private KeyedTwoInputStreamOperatorTestHarness<String, Arrival, Control, OutputRecord> harness;
  private Counts counts = new Counts(0, 0, 0);
  private long arrivals;
  private long proven = Long.MIN_VALUE;

  public CheckedOperator(RulebookDocument document) {
    this.document = document;
    this.harness = start(null);
  }

  /** What the harness does declares every exception. */
  private interface Act {
    void run() throws Exception;
  }

  private static void run(Act act) {
    try {
      act.run();
    } catch (Exception e) { // what the harness declares
      throw new IllegalStateException("the operator fails", e);
    }
  }

  private KeyedTwoInputStreamOperatorTestHarness<String, Arrival, Control, OutputRecord> start(
      @Nullable OperatorSubtaskState state) {
    try {
      var next =
          new KeyedTwoInputStreamOperatorTestHarness<String, Arrival, Control, OutputRecord>(
              new PersonsOperator(document, ControlsSoFar.NONE, SaidLog.NONE),
              Arrival::key,
              null,
              Types.STRING,
              MAX_PARALLELISM,
              1,
              0);
      next.setup(Streams.OUTPUT.createSerializer(next.getExecutionConfig().getSerializerConfig()));
      if (state != null) {
        next.initializeState(state);
      }
      next.open();
      return next;
    } catch (Exception e) { // what the harness declares
      throw new IllegalStateException("the operator does not start", e);
    }
  }

  @Override
  public void arrives(Touchpoint touchpoint) {
    Origin origin = new Origin("touchpoints", 0, arrivals++);
    run(() -> harness.processElement1(new StreamRecord<>(new Arrival.Touched(origin, touchpoint))));
    restart();
  }

  @Override
  public void proven(long time) {
    proven = time;
    run(() -> harness.processWatermark1(new Watermark(time)));
    restart();
  }

  private void restart() {
    run(
        () -> {
          OperatorSubtaskState state = harness.snapshot(1, 1);
          gather();
          harness.close();
          harness = start(state);
          // No checkpoint holds it: the sources prove time again before anything arrives.
          harness.processWatermark1(new Watermark(proven));
        });
  }

  private void gather() throws Exception {
    for (OutputRecord moment : side(Streams.MOMENTS)) {
      stands(JSON.readTree(moment.value()), false);
    }
    for (OutputRecord noted : side(Streams.SHADOW)) {
      if (noted.type().contains(".moment.")) {
        stands(JSON.readTree(noted.value()), true);
      }
    }
    for (Object element : harness.getOutput()) {
      if (element instanceof StreamRecord<?> record
          && record.getValue() instanceof OutputRecord output) {
        recommended(JSON.readTree(output.value()));
      }
    }
    counts =
        new Counts(
            counts.folded() + tallied(Count.FOLDED),
            counts.duplicates() + tallied(Count.DUPLICATES),
            counts.late() + tallied(Count.LATE));
  }

  private List<OutputRecord> side(OutputTag<OutputRecord> tag) {
    @Nullable Queue<StreamRecord<OutputRecord>> side = harness.getSideOutput(tag);
    return side == null ? List.of() : side.stream().map(StreamRecord::getValue).toList();
  }

  private long tallied(Count count) {
    var accumulators = harness.getEnvironment().getAccumulatorRegistry().getUserMap();
    return (Long) Objects.requireNonNull(accumulators.get(count.wire())).getLocalValue();
  }

  private void stands(JsonNode moment, boolean shadow) {
    List<String> evidence = new ArrayList<>();
    moment.path("evidence").forEach(id -> evidence.add(id.asText()));
    ShownMoments shown =
        new ShownMoments(
            moment.path("rule").asText(),
            Rfc3339.parse(moment.path("detectedAt").asText()).orElseThrow(),
            evidence,
            moment.path("severity").asDouble(),
            moment.path("stage").asText(),
            moment.path("id").asText());
    if (moment.path("status").asText().equals("detected")) {
      standing.put(shown.id(), shadow ? shown.inShadow() : shown);
    } else {
      standing.remove(shown.id());
    }
  }

  private void recommended(JsonNode recommendation) {
    recommendations.add(
        ShownMoments.decision(
            recommendation.path("status").asText(),
            Rfc3339.parse(recommendation.path("decidedAt").asText()).orElseThrow(),
            recommendation.path("moment").path("id").asText()));
  }

  @Override
  public Counts counts() {
    return counts;
  }

  @Override
  public List<ShownMoments> standing() {
    return standing.values().stream().sorted().toList();
  }

  @Override
  public List<String> recommendations() {
    return List.copyOf(recommendations);
  }

  @Override
  public void close() {
    run(harness::close);
  }
}
