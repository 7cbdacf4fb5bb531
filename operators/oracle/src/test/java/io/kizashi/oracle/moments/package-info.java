/** The engine, its core and its Flink operator, held against the naive model. */
@NullMarked
package io.kizashi.oracle.moments;

import org.jspecify.annotations.NullMarked;
