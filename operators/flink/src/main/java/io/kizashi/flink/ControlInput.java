package io.kizashi.flink;

import io.kizashi.flink.control.Adoption;
import io.kizashi.flink.control.ControlRecord;
import io.kizashi.flink.control.ControlsSoFar;
import io.kizashi.schema.Control;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.Thaw;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;

/** One task's adoption together with the state that it survives in. */
final class ControlInput {
  /** Stands in every savepoint: state under another name would be dropped. */
  private static final String CONTROLS = "controls";

  /** The task that writes what all know alike; there is one whatever the parallelism. */
  private static final int WRITER = 0;

  private final ListState<ControlRecord> state;
  private final Adoption.Share share;
  private final Adoption adoption;
  private final List<Thaw> thaws;

  /**
   * Goes on with what all tasks left, or starts with the submitted rulebook, and takes in what was
   * said up to now.
   */
  ControlInput(
      StateInitializationContext context,
      TaskInfo task,
      RulebookDocument submitted,
      ControlsSoFar soFar)
      throws Exception {
    ListStateDescriptor<ControlRecord> descriptor =
        new ListStateDescriptor<>(CONTROLS, Streams.CONTROL_RECORD);
    int index = task.getIndexOfThisSubtask();
    state = context.getOperatorStateStore().getUnionListState(descriptor);
    share = index == WRITER ? Adoption.Share.OWN_AND_COMMON : Adoption.Share.OWN;
    List<Control> said = soFar.read();
    adoption =
        new Adoption(submitted, state.get(), said, index, task.getNumberOfParallelSubtasks());
    thaws =
        said.stream()
            .<Thaw>flatMap(
                it ->
                    it.map(
                        no -> Stream.empty(),
                        no -> Stream.empty(),
                        Stream::of,
                        no -> Stream.empty()))
            .toList();
  }

  Adoption adoption() {
    return adoption;
  }

  /** Who was to be thawed up to now, the oldest word first. */
  List<Thaw> thaws() {
    return thaws;
  }

  /** Before a checkpoint is taken, at a proven time, milliseconds since the epoch. */
  void snapshot(long now) throws Exception {
    state.update(adoption.records(share, now));
  }
}
