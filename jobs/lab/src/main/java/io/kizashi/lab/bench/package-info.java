/**
 * How fast the product is, held against floors that do next to nothing on the same machine.
 *
 * <p>Door: {@link Bench}, {@link BenchPlan}, {@link Latency}, {@link Throughput}.
 */
@NullMarked
package io.kizashi.lab.bench;

import org.jspecify.annotations.NullMarked;
