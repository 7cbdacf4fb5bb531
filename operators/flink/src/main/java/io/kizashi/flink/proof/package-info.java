/**
 * Who proves time, as far as people are to be told of it.
 *
 * <p>Door: {@link HeartbeatWatch}, {@link RetiredSources}.
 */
@NullMarked
package io.kizashi.flink.proof;

import org.jspecify.annotations.NullMarked;
