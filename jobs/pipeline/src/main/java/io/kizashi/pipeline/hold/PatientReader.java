package io.kizashi.pipeline.hold;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;

/**
 * One task's reader, which gives nothing while patience is over. Barriers pass meanwhile: Flink
 * puts them in between two calls, and the checkpoint that ends the wait is tried all the time.
 */
@SuppressWarnings("try") // what the reader throws as it closes is for Flink to see
final class PatientReader<T, S extends SourceSplit> implements SourceReader<T, S> {
  private final SourceReader<T, S> reader;
  private final Patience patience;
  private CompletableFuture<Void> checkpoint = CompletableFuture.completedFuture(null);

  PatientReader(SourceReader<T, S> reader, Patience patience) {
    this.reader = reader;
    this.patience = patience;
  }

  @Override
  public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
    return patience.isOver() ? InputStatus.NOTHING_AVAILABLE : reader.pollNext(output);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    if (!patience.isOver()) {
      return reader.isAvailable();
    }
    if (checkpoint.isDone()) {
      checkpoint = new CompletableFuture<>();
    }
    return checkpoint;
  }

  /** Fails the task where a checkpoint would seal what the sinks have lost meanwhile. */
  @Override
  public List<S> snapshotState(long id) {
    if (patience.isTooLate()) {
      throw new IllegalStateException(
          "no checkpoint was complete for so long that the broker takes back what was written since"
              + " the last one; it is written anew from there");
    }
    return reader.snapshotState(id);
  }

  @Override
  public void notifyCheckpointComplete(long id) throws Exception {
    patience.renew();
    reader.notifyCheckpointComplete(id);
    // Flink asks for more only once the future that it was given is done.
    checkpoint.complete(null);
  }

  // ---- all else is the reader's ----

  @Override
  public void start() {
    reader.start();
  }

  @Override
  public void addSplits(List<S> splits) {
    reader.addSplits(splits);
  }

  @Override
  public void notifyNoMoreSplits() {
    reader.notifyNoMoreSplits();
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    reader.handleSourceEvents(event);
  }

  @Override
  public void notifyCheckpointAborted(long id) throws Exception {
    reader.notifyCheckpointAborted(id);
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resume) {
    reader.pauseOrResumeSplits(pause, resume);
  }

  @Override
  public void close() throws Exception {
    reader.close();
  }
}
