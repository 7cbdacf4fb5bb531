package io.kizashi.flink.sensing;

/** Names of the metrics of sensing. */
final class SenseMetrics {
  /** Texts at which a scorer of the company's failed. */
  static final String UNSCORED = "unscored";

  private SenseMetrics() {}
}
