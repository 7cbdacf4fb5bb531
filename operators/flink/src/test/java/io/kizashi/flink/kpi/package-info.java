/** Tests of sums by window. */
@NullMarked
package io.kizashi.flink.kpi;

import org.jspecify.annotations.NullMarked;
