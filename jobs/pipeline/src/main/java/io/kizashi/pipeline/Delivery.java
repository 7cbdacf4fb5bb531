package io.kizashi.pipeline;

/** How outputs are written. */
public enum Delivery {
  /** At once; after a failure some come again, with the same id and the same bytes. */
  AT_LEAST_ONCE,
  /** In transactions; readers of committed records wait about a checkpoint interval. */
  EXACTLY_ONCE
}
