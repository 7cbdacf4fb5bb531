/** Test support for frozen customers. */
@NullMarked
package io.kizashi.flink.freeze;

import org.jspecify.annotations.NullMarked;
