package io.kizashi.language.explain;

/**
 * How often a step's touchpoint must come.
 *
 * @param times how many
 * @param within milliseconds; {@link Long#MAX_VALUE} for no limit
 * @param as what the first is called, or empty
 */
record Repeated(int times, long within, String as) {
  boolean isBounded() {
    return within < Long.MAX_VALUE;
  }
}
