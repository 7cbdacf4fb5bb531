package io.kizashi.flink;

import io.kizashi.flink.proof.RetiredSources;
import io.kizashi.flink.recall.InputEnds;
import io.kizashi.flink.story.StoryStep;
import io.kizashi.schema.Control;
import io.kizashi.schema.Placeholders;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.TimeSources;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/**
 * Decoding and all tasks of the persons stage: arrivals go to the task that has their key, all else
 * goes to every task. A change of their number goes through a checkpoint.
 */
final class PersonsStage implements StoryStep.Stage, AutoCloseable {
  private static final long UNPROVEN = Long.MIN_VALUE;

  private final RulebookDocument submitted;
  private final PersonsTask.Timers timers;
  private final Emitted emitted = new Emitted();
  private final Map<Count, Long> counted = new EnumMap<>(Count.class);
  private final OneInputStreamOperatorTestHarness<RawRecord, Arrival> decode;
  private final List<PersonsTask> tasks = new ArrayList<>();
  private long offset;
  private long proven = UNPROVEN;
  private long checkpoints;

  PersonsStage(RulebookDocument submitted, int parallelism, PersonsTask.Timers timers)
      throws Exception {
    this.submitted = submitted;
    this.timers = timers;
    this.decode =
        new OneInputStreamOperatorTestHarness<>(
            DecodeOperator.live(
                InputEnds.UNKNOWN, TimeSources.ANY, RetiredSources.NONE, Placeholders.USUAL));
    decode.setup(
        Streams.ARRIVALS.createSerializer(decode.getExecutionConfig().getSerializerConfig()));
    decode.open();
    for (int index = 0; index < parallelism; index++) {
      tasks.add(new PersonsTask(submitted, timers, index, parallelism, null));
    }
  }

  @Override
  public void arrives(byte[] json) throws Exception {
    RawRecord raw = new RawRecord(json, "touchpoints", 0, offset++, Records.TAKEN_IN);
    decode.processElement(new StreamRecord<>(raw));
    for (Arrival arrival : decode.extractOutputValues()) {
      task(arrival.key()).arrives(arrival);
    }
    decode.getOutput().clear();
  }

  private PersonsTask task(String key) {
    return tasks.get(
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            key, PersonsTask.MAX_PARALLELISM, tasks.size()));
  }

  @Override
  public void proven(long time) throws Exception {
    proven = time;
    for (PersonsTask task : tasks) {
      task.proven(time);
    }
  }

  @Override
  public void told(Control control) throws Exception {
    for (PersonsTask task : tasks) {
      task.told(control);
    }
  }

  @Override
  public void slice() throws Exception {
    for (PersonsTask task : tasks) {
      task.slice();
    }
  }

  @Override
  public void sweptOut() throws Exception {
    for (PersonsTask task : tasks) {
      while (task.isSweeping()) {
        task.slice();
      }
    }
  }

  @Override
  public void rescaled(int parallelism) throws Exception {
    checkpoints++;
    List<OperatorSubtaskState> parts = new ArrayList<>();
    for (PersonsTask task : tasks) {
      parts.add(task.snapshot(checkpoints));
    }
    OperatorSubtaskState whole =
        AbstractStreamOperatorTestHarness.repackageState(
            parts.toArray(new OperatorSubtaskState[0]));
    int before = tasks.size();
    stop();
    for (int index = 0; index < parallelism; index++) {
      OperatorSubtaskState part =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              whole, PersonsTask.MAX_PARALLELISM, before, parallelism, index);
      PersonsTask task = new PersonsTask(submitted, timers, index, parallelism, part);
      tasks.add(task);
      // No checkpoint holds it: the sources prove time again before anything arrives.
      task.proven(proven);
    }
  }

  private void stop() {
    for (PersonsTask task : tasks) {
      task.drain(emitted);
      for (Count count : List.of(Count.FOLDED, Count.DUPLICATES, Count.LATE)) {
        counted.merge(count, task.counted(count), Long::sum);
      }
      task.close();
    }
    tasks.clear();
  }

  Emitted emitted() {
    tasks.forEach(task -> task.drain(emitted));
    return emitted;
  }

  /** Over all tasks there have been. */
  long counted(Count count) {
    return counted.getOrDefault(count, 0L)
        + tasks.stream().mapToLong(task -> task.counted(count)).sum();
  }

  /** By the operator that decodes. */
  long decoded(Count count) {
    var accumulators = decode.getEnvironment().getAccumulatorRegistry().getUserMap();
    return (Long) Objects.requireNonNull(accumulators.get(count.wire())).getLocalValue();
  }

  List<Customer> customers() throws Exception {
    List<Customer> customers = new ArrayList<>();
    for (PersonsTask task : tasks) {
      customers.addAll(task.customers());
    }
    return customers;
  }

  boolean isSweeping() {
    return tasks.stream().anyMatch(PersonsTask::isSweeping);
  }

  @Override
  public void close() {
    stop();
    try {
      decode.close();
    } catch (Exception e) { // what the harness declares
      throw new AssertionError("the operator that decodes does not close", e);
    }
  }
}
