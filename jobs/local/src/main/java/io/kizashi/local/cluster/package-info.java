/** A broker and a Flink cluster of real processes on this machine, and the pipeline's jar on it. */
@NullMarked
package io.kizashi.local.cluster;

import org.jspecify.annotations.NullMarked;
