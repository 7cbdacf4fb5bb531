package io.kizashi.flink;

import io.kizashi.core.decide.DecisionCounts;
import io.kizashi.core.decide.Verdict;
import io.kizashi.flink.Arrival.Touched;
import io.kizashi.flink.kpi.Kpis;
import io.kizashi.schema.RejectCode;
import io.kizashi.schema.RulebookRef;
import io.kizashi.schema.RulebookStatus;
import io.kizashi.schema.TouchpointJson;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/** Emits what a verdict says, each on its output, and counts it. */
final class Emissions {
  private final Output<StreamRecord<OutputRecord>> output;
  private final Tally tally;
  private final Kpis kpis;

  Emissions(Output<StreamRecord<OutputRecord>> output, RuntimeContext context) {
    this.output = output;
    this.tally =
        new Tally(
            context,
            Count.FOLDED,
            Count.DUPLICATES,
            Count.LATE,
            Count.MOMENTS,
            Count.MOMENTS_RETRACTED,
            Count.RECOMMENDATIONS,
            Count.RECOMMENDATIONS_RETRACTED,
            Count.MISSING_PROPERTIES,
            Count.INCOMPLETE_SIGNALS,
            Count.EVICTED,
            Count.SHADOW);
    this.kpis =
        new Kpis(
            context.getTaskInfo().getIndexOfThisSubtask(),
            context.getTaskInfo().getNumberOfParallelSubtasks());
  }

  /** What became of a touchpoint of a customer who follows some rules. */
  void fate(Touched touched, Verdict.Fate fate, RulebookRef rules) {
    switch (fate) {
      case FOLDED -> {
        tally.add(Count.FOLDED, 1);
        kpis.add(rules, DecisionCounts.of(touched.touchpoint()));
      }
      case DUPLICATE -> tally.add(Count.DUPLICATES, 1);
      case LATE -> {
        tally.add(Count.LATE, 1);
        emit(Streams.REJECTED, rejection(touched));
      }
    }
  }

  void emit(Verdict verdict, RulebookRef rules) {
    DecisionCounts counts = DecisionCounts.of(verdict);
    kpis.add(rules, counts);
    tally.add(Count.MOMENTS, counts.moments());
    tally.add(Count.MOMENTS_RETRACTED, counts.momentsRetracted());
    tally.add(Count.RECOMMENDATIONS, counts.recommendations());
    tally.add(Count.RECOMMENDATIONS_RETRACTED, counts.recommendationsRetracted());
    verdict.moments().forEach(moment -> emit(Streams.MOMENTS, OutputRecord.of(moment)));
    verdict.recommendations().forEach(chosen -> collect(OutputRecord.of(chosen)));
    verdict.shadow().moments().forEach(moment -> note(OutputRecord.of(moment)));
    verdict.shadow().recommendations().forEach(chosen -> note(OutputRecord.of(chosen)));
    tally.add(Count.MISSING_PROPERTIES, verdict.trace().missing());
    tally.add(Count.INCOMPLETE_SIGNALS, verdict.trace().incomplete());
    tally.add(Count.EVICTED, verdict.trace().evicted());
  }

  private void collect(OutputRecord record) {
    output.collect(new StreamRecord<>(record));
  }

  /** Of what runs in shadow. */
  private void note(OutputRecord record) {
    emit(Streams.SHADOW, record);
    tally.add(Count.SHADOW, 1);
  }

  /** Time is proven up to some point, milliseconds since the epoch. */
  void proven(long time) {
    kpis.proven(time).forEach(kpi -> emit(Streams.KPIS, OutputRecord.of(kpi)));
  }

  void emit(RulebookStatus status) {
    emit(Streams.RULEBOOK_STATUS, OutputRecord.of(status));
  }

  private void emit(OutputTag<OutputRecord> tag, OutputRecord record) {
    output.collect(tag, new StreamRecord<>(record));
  }

  /**
   * With the bytes of the touchpoint's JSON form as this engine writes it; those that were received
   * lie at its origin's offset.
   */
  private static OutputRecord rejection(Touched touched) {
    byte[] bytes = TouchpointJson.encode(touched.touchpoint());
    return OutputRecord.of(
        Rejections.of(RejectCode.TOO_LATE, "/time", touched.origin(), bytes),
        touched.touchpoint().arrival());
  }
}
