package io.kizashi.flink;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * An operator whose time is that of its first input alone. Flink's own takes the minimum of both: a
 * second input that is silent for months would hold back every deadline.
 */
abstract class FirstInputProvesTime<A, B, C> extends AbstractStreamOperator<C>
    implements TwoInputStreamOperator<A, B, C> {
  private static final long serialVersionUID = 1L;

  @Override
  public void processWatermark1(Watermark mark) throws Exception {
    processWatermark(mark);
  }

  @Override
  public final void processWatermark2(Watermark mark) {
    // Says nothing about the first input.
  }

  @Override
  protected final void processWatermarkStatus(WatermarkStatus status, int index) throws Exception {
    if (index == 0) {
      processWatermarkStatus(status);
    }
  }
}
