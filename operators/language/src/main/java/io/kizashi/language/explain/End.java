package io.kizashi.language.explain;

/** What completes a moment. */
enum End {
  TOUCHPOINT,
  DEADLINE,
  SESSION
}
