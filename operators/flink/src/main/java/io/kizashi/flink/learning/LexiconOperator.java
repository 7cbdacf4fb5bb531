package io.kizashi.flink.learning;

import io.kizashi.flink.OutputRecord;
import io.kizashi.text.learning.Experience;
import io.kizashi.text.learning.Learner;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * One task: counts the experiences of all customers, closes an epoch when time is proven to its
 * end, and tells of every lexicon that changed.
 */
public final class LexiconOperator extends AbstractStreamOperator<OutputRecord>
    implements OneInputStreamOperator<Experience, OutputRecord> {
  private static final long serialVersionUID = 1L;

  /** One entry: what was learned, and what is counted of open epochs. */
  private transient ListState<byte[]> state;

  private transient Learner learner;

  /** Starts with nothing learned. */
  @SuppressWarnings("NullAway.Init") // initializeState() sets the transient fields
  public LexiconOperator() {}

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    state =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>(
                    "learned", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    learner = new Learner();
    for (byte[] learned : state.get()) {
      learner = Learner.decode(learned);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    state.update(List.of(learner.encode()));
  }

  @Override
  public void processElement(StreamRecord<Experience> element) {
    learner.add(element.getValue());
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    learner
        .close(mark.getTimestamp())
        .forEach(
            lexicon ->
                output.collect(new StreamRecord<>(OutputRecord.of(lexicon), lexicon.until() - 1)));
    super.processWatermark(mark);
  }
}
