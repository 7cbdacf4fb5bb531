package io.kizashi.lab.bench;

import org.HdrHistogram.Histogram;

/**
 * From the intended time of sending to the arrival of the answer, in milliseconds.
 *
 * @param p50 median
 * @param p99 99th percentile
 * @param p999 99.9th percentile
 * @param most the worst
 */
public record Latency(double p50, double p99, double p999, double most) {
  private static final double MICROS = 1_000;

  static Latency of(Histogram micros) {
    return new Latency(
        micros.getValueAtPercentile(50) / MICROS,
        micros.getValueAtPercentile(99) / MICROS,
        micros.getValueAtPercentile(99.9) / MICROS,
        micros.getMaxValue() / MICROS);
  }
}
