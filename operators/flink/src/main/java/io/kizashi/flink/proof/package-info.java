/**
 * Who proves time: what is believed of records, and what people are to be told of it.
 *
 * <p>Door: {@link HeartbeatWatch}, {@link RecordReader}, {@link RetiredSources}.
 */
@NullMarked
package io.kizashi.flink.proof;

import org.jspecify.annotations.NullMarked;
