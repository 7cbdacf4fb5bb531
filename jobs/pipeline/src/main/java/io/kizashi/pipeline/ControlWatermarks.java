package io.kizashi.pipeline;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** Time of a control input: past everything from the start, so that it never holds time back. */
final class ControlWatermarks<T> implements WatermarkGenerator<T> {
  @Override
  public void onEvent(T event, long timestamp, WatermarkOutput output) {
    // What a control says has no place in the customers' time.
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    output.emitWatermark(Watermark.MAX_WATERMARK);
  }
}
