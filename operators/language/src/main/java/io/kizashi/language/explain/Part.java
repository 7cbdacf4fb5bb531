package io.kizashi.language.explain;

/** Parts of an explanation, in their order. */
enum Part {
  JOURNEY,
  SIGNALS,
  SEGMENTS,
  MOMENTS,
  ACTIONS,
  POLICIES
}
