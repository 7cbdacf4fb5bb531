/**
 * How one task sums up, window by window, what the core says is to be counted.
 *
 * <p>Door: {@link Kpis}.
 */
@NullMarked
package io.kizashi.flink.kpi;

import org.jspecify.annotations.NullMarked;
