package io.kizashi.pipeline;

/** One of several words that a setting can be. */
interface Choice {
  /** As settings spell it. */
  String wire();
}
