package io.kizashi.pipeline.hold;

import java.time.Duration;
import java.util.Set;
import org.apache.flink.api.common.watermark.WatermarkDeclaration;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A source that is read no further once no checkpoint has been complete for a time, and read again
 * as soon as one is. What is decided without a checkpoint is decided again after a failure: while a
 * disk is full, that would grow without bound. Time stands too, as it comes with what is read.
 *
 * <p>State is the source's own, in its own form: with or without this around it, the same
 * checkpoints are read.
 *
 * @param <T> records
 * @param <S> splits
 * @param <C> the enumerator's state
 */
public final class PatientSource<T, S extends SourceSplit, C> implements Source<T, S, C> {
  /** What is written is never lost: a hundred years. */
  public static final Duration FOR_EVER = Duration.ofDays(36_500);

  /** The metric of a task: 1 while it waits for a checkpoint, else 0. */
  static final String HOLDING = "holding";

  private static final long serialVersionUID = 1L;

  private final Source<T, S, C> source;
  private final Duration patience;
  private final Duration longest;

  /**
   * Around a source.
   *
   * @param patience from a task's start or the last complete checkpoint until it waits
   * @param longest from then until a checkpoint may no longer be made, and the job goes back to the
   *     last one: what it has written since is lost by then, and a checkpoint would say that it is
   *     there; or {@link #FOR_EVER}
   */
  public PatientSource(Source<T, S, C> source, Duration patience, Duration longest) {
    this.source = source;
    this.patience = patience;
    this.longest = longest;
  }

  @Override
  public SourceReader<T, S> createReader(SourceReaderContext context) throws Exception {
    Patience left = new Patience(patience, longest, System::nanoTime);
    context.metricGroup().gauge(HOLDING, () -> left.isOver() ? 1 : 0);
    return new PatientReader<>(source.createReader(context), left);
  }

  // ---- all else is the source's ----

  @Override
  public Boundedness getBoundedness() {
    return source.getBoundedness();
  }

  @Override
  public SplitEnumerator<S, C> createEnumerator(SplitEnumeratorContext<S> context)
      throws Exception {
    return source.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<S, C> restoreEnumerator(SplitEnumeratorContext<S> context, C state)
      throws Exception {
    return source.restoreEnumerator(context, state);
  }

  @Override
  public SimpleVersionedSerializer<S> getSplitSerializer() {
    return source.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<C> getEnumeratorCheckpointSerializer() {
    return source.getEnumeratorCheckpointSerializer();
  }

  @Override
  public Set<? extends WatermarkDeclaration> declareWatermarks() {
    return source.declareWatermarks();
  }
}
