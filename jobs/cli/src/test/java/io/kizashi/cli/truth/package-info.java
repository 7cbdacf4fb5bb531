/**
 * What rules must find in real data, computed without a line of the engine: plain readers of the
 * raw files that acceptance compares a replay with.
 */
@NullMarked
package io.kizashi.cli.truth;

import org.jspecify.annotations.NullMarked;
