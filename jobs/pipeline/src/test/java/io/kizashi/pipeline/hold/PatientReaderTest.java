package io.kizashi.pipeline.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Test;

class PatientReaderTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofMinutes(8);

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 7);
  private final Patience patience = new Patience(PATIENCE, LONGEST, clock::get);
  private final Counting counting = new Counting();
  private final PatientReader<Integer, SourceSplit> reader =
      new PatientReader<>(counting, patience);
  private final List<Integer> read = new ArrayList<>();

  @Test
  void withinItsPatienceItIsTheReader() throws Exception {
    pass(PATIENCE);

    assertThat(poll()).isEqualTo(InputStatus.MORE_AVAILABLE);
    assertThat(reader.isAvailable()).isSameAs(counting.available);
    assertThat(read).containsExactly(1);
  }

  @Test
  void beyondItNothingIsReadAndACheckpointWakesWhoeverWaits() throws Exception {
    assertThat(poll()).isEqualTo(InputStatus.MORE_AVAILABLE);
    pass(PATIENCE.plusNanos(1));

    assertThat(poll()).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    CompletableFuture<Void> handedOut = reader.isAvailable();
    assertThat(handedOut).isNotDone().isSameAs(reader.isAvailable());
    assertThat(read).containsExactly(1);

    reader.notifyCheckpointComplete(7);
    assertThat(handedOut).isCompleted();
    assertThat(counting.complete).as("offsets are committed").containsExactly(7L);
    assertThat(reader.isAvailable()).isSameAs(counting.available);
    assertThat(poll()).isEqualTo(InputStatus.MORE_AVAILABLE);
    assertThat(read).containsExactly(1, 2);
  }

  @Test
  void eachCheckpointIsWaitedForAnewAndOneThatFailsEndsNothing() throws Exception {
    for (int round = 1; round <= 3; round++) {
      pass(PATIENCE.plusNanos(1));
      CompletableFuture<Void> handedOut = reader.isAvailable();
      reader.notifyCheckpointAborted(round);
      assertThat(handedOut).as("round %s", round).isNotDone();
      assertThat(patience.isOver()).isTrue();
      reader.notifyCheckpointComplete(round);
      assertThat(handedOut).as("round %s", round).isCompleted();
      assertThat(patience.isOver()).isFalse();
    }
    assertThat(counting.aborted).containsExactly(1L, 2L, 3L);
  }

  @Test
  void stateIsTheReadersOwnAlsoWhileNothingIsRead() {
    pass(PATIENCE.plusNanos(1));

    assertThat(reader.snapshotState(4)).isEqualTo(counting.snapshotState(4));
  }

  @Test
  void aCheckpointThatIsTooLateFailsTheTaskAndOneThatIsCompleteBeforeGivesTimeAgain()
      throws Exception {
    pass(LONGEST);
    assertThat(reader.snapshotState(1)).isNotEmpty();
    reader.notifyCheckpointComplete(1);
    pass(LONGEST);
    assertThat(reader.snapshotState(2)).isNotEmpty();
    pass(Duration.ofNanos(1));
    assertThatThrownBy(() -> reader.snapshotState(3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("written anew");
  }

  private void pass(Duration time) {
    // Such a clock may overflow; only differences count.
    clock.addAndGet(time.toNanos());
  }

  private InputStatus poll() throws Exception {
    return reader.pollNext(new Listing(read));
  }

  /** Reads 1, 2, 3 … and has always more. */
  private static final class Counting implements SourceReader<Integer, SourceSplit> {
    private final CompletableFuture<Void> available = new CompletableFuture<>();
    private final List<Long> complete = new ArrayList<>();
    private final List<Long> aborted = new ArrayList<>();
    private int next = 1;

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<Integer> output) {
      output.collect(next++);
      return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public List<SourceSplit> snapshotState(long id) {
      return List.of(new Split("split-" + id));
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return available;
    }

    @Override
    public void addSplits(List<SourceSplit> splits) {}

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void handleSourceEvents(SourceEvent event) {}

    @Override
    public void notifyCheckpointComplete(long id) {
      complete.add(id);
    }

    @Override
    public void notifyCheckpointAborted(long id) {
      aborted.add(id);
    }

    @Override
    public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resume) {}

    @Override
    public void close() {}
  }

  /** Keeps what it is given. */
  private record Listing(List<Integer> records) implements ReaderOutput<Integer> {
    @Override
    public void collect(Integer next) {
      records.add(next);
    }

    @Override
    public void collect(Integer next, long timestamp) {
      records.add(next);
    }

    @Override
    public void emitWatermark(Watermark watermark) {}

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}

    @Override
    public SourceOutput<Integer> createOutputForSplit(String split) {
      return this;
    }

    @Override
    public void releaseOutputForSplit(String split) {}
  }

  /** What is left to read. */
  private record Split(String splitId) implements SourceSplit {}
}
