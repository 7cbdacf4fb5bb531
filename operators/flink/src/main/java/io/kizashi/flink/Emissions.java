package io.kizashi.flink;

import io.kizashi.core.decide.DecisionCounts;
import io.kizashi.core.decide.Verdict;
import io.kizashi.flink.freeze.Defect;
import io.kizashi.flink.kpi.Kpis;
import io.kizashi.flink.unread.UnreadTally;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Decoding.Flaw;
import io.kizashi.schema.Origin;
import io.kizashi.schema.OutputJson;
import io.kizashi.schema.RejectCode;
import io.kizashi.schema.RulebookRef;
import io.kizashi.schema.RulebookStatus;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.TouchpointJson;
import io.kizashi.schema.reply.Reply;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/** Emits what a verdict says, each on its output, and counts it. */
final class Emissions {
  /**
   * Where a rejected record has its topic, if it is a customer at whose deadline the core failed.
   */
  private static final String NO_RECORD = "deadlines";

  private final Output<StreamRecord<OutputRecord>> output;
  private final Tally tally;
  private final UnreadTally unread;
  private final Kpis kpis;

  Emissions(Output<StreamRecord<OutputRecord>> output, RuntimeContext context) {
    this.output = output;
    this.tally =
        new Tally(
            context,
            Count.FOLDED,
            Count.REUSED_IDS,
            Count.DUPLICATES,
            Count.LATE,
            Count.REJECTED,
            Count.DEFECTS,
            Count.MOMENTS,
            Count.MOMENTS_RETRACTED,
            Count.RECOMMENDATIONS,
            Count.RECOMMENDATIONS_RETRACTED,
            Count.MISSING_PROPERTIES,
            Count.INCOMPLETE_SIGNALS,
            Count.NOBODYS,
            Count.EVICTED,
            Count.FORGOTTEN,
            Count.RECALLED,
            Count.SHADOW);
    this.unread = new UnreadTally(context);
    this.kpis =
        new Kpis(
            context.getTaskInfo().getIndexOfThisSubtask(),
            context.getTaskInfo().getNumberOfParallelSubtasks());
  }

  /** What became of a touchpoint of a customer who follows some rules. */
  void fate(Origin origin, Touchpoint touchpoint, Verdict.Fate fate, RulebookRef rules) {
    switch (fate) {
      case FOLDED -> folded(touchpoint, rules);
      case REUSED_ID -> {
        folded(touchpoint, rules);
        tally.add(Count.REUSED_IDS, 1);
        byte[] bytes = TouchpointJson.encode(touchpoint);
        Flaw id = new Flaw(RejectCode.REUSED_ID, "/id");
        emit(
            Streams.REJECTED,
            OutputRecord.of(Rejections.of(id, origin, bytes), touchpoint.arrival()));
      }
      case DUPLICATE -> tally.add(Count.DUPLICATES, 1);
      case LATE -> {
        tally.add(Count.LATE, 1);
        emit(Streams.REJECTED, rejection(RejectCode.TOO_LATE, "/time", origin, touchpoint));
      }
    }
  }

  private void folded(Touchpoint touchpoint, RulebookRef rules) {
    tally.add(Count.FOLDED, 1);
    kpis.add(rules, DecisionCounts.of(touchpoint));
  }

  void emit(Rendered records, Verdict.Trace trace, RulebookRef rules) {
    DecisionCounts counts = records.counts();
    kpis.add(rules, counts);
    tally.add(Count.MOMENTS, counts.moments());
    tally.add(Count.MOMENTS_RETRACTED, counts.momentsRetracted());
    tally.add(Count.RECOMMENDATIONS, counts.recommendations());
    tally.add(Count.RECOMMENDATIONS_RETRACTED, counts.recommendationsRetracted());
    records.moments().forEach(moment -> emit(Streams.MOMENTS, moment));
    records.recommendations().forEach(chosen -> output.collect(new StreamRecord<>(chosen)));
    records.shadow().forEach(noted -> emit(Streams.SHADOW, noted));
    tally.add(Count.SHADOW, records.shadow().size());
    tally.add(Count.MISSING_PROPERTIES, trace.missing());
    tally.add(Count.INCOMPLETE_SIGNALS, trace.incomplete());
    tally.add(Count.NOBODYS, trace.nobodys());
    unread.add(trace.unread());
    tally.add(Count.EVICTED, trace.evicted());
    tally.add(Count.FORGOTTEN, trace.forgotten());
  }

  /** A record that was written in an earlier life has been read again. */
  void recalled() {
    tally.add(Count.RECALLED, 1);
  }

  /** The core has failed, and a customer is frozen. */
  void frozen() {
    tally.add(Count.DEFECTS, 1);
  }

  /** The core has failed at a touchpoint, or at one before it of the same customer. */
  void defect(Origin origin, Touchpoint touchpoint, Defect defect) {
    tally.add(Count.REJECTED, 1);
    emit(Streams.REJECTED, rejection(RejectCode.DEFECT, defect.text(), origin, touchpoint));
  }

  /** The core has failed at what no touchpoint brought. */
  void defect(CustomerKey customer, Defect defect, long now) {
    Origin none = new Origin(NO_RECORD, 0, Math.max(now, 0));
    byte[] who = OutputJson.encode(customer);
    emit(
        Streams.REJECTED,
        OutputRecord.of(Rejections.of(RejectCode.DEFECT, defect.text(), none, who), now));
  }

  /** Time is proven up to some point, milliseconds since the epoch. */
  void proven(long time) {
    kpis.proven(time).forEach(kpi -> emit(Streams.KPIS, OutputRecord.of(kpi)));
  }

  void emit(RulebookStatus status) {
    emit(Streams.RULEBOOK_STATUS, OutputRecord.of(status));
  }

  void emit(Reply reply) {
    emit(Streams.ANSWERS, OutputRecord.of(reply));
  }

  private void emit(OutputTag<OutputRecord> tag, OutputRecord record) {
    output.collect(tag, new StreamRecord<>(record));
  }

  /**
   * With the bytes of the touchpoint's JSON form as this engine writes it; those that were received
   * lie at its origin's offset.
   */
  private static OutputRecord rejection(
      RejectCode code, String where, Origin origin, Touchpoint touchpoint) {
    byte[] bytes = TouchpointJson.encode(touchpoint);
    return OutputRecord.of(Rejections.of(code, where, origin, bytes), touchpoint.arrival());
  }
}
