/** Tests of what people are told about who proves time. */
@NullMarked
package io.kizashi.flink.proof;

import org.jspecify.annotations.NullMarked;
